import { setTimeout as delay } from 'node:timers/promises';
import type { LogRecord } from '@gongwen/ports';
import type { ConsumeOptions } from './consume.ts';
import { appendDeadLetter } from './dead-letters.ts';
import { type DecodeFailure, decodeEvent } from './decode-event.ts';
import type { LaneScheduler } from './lane-scheduler.ts';
import { type PartitionProgress, createPartitionProgress } from './partition-progress.ts';

const againAfterMs = 1_000;

export interface Intake {
  readonly partitions: Map<number, PartitionProgress>;
  readonly scheduler: LaneScheduler;
  readonly options: ConsumeOptions;
  readonly signal: AbortSignal;
}

/** Hands a record to its lane, or sets it aside when it is no event; `false` for one that is at work or done already. */
export async function takeIn(record: LogRecord, intake: Intake): Promise<boolean> {
  const { partitions, scheduler } = intake;
  const progress = partitions.get(record.partition) ?? createPartitionProgress();
  partitions.set(record.partition, progress);
  const { isNew, isJump } = progress.take(record.offset, record.time);
  if (isJump) await persist('takeover', intake, async () => intake.options.onTakeover?.());
  if (!isNew) return false;
  const decoded = decodeEvent(record);
  if (decoded.outcome === 'event') {
    scheduler.add({ event: decoded.event, record });
  } else {
    await setAside(record, decoded, intake);
    progress.complete(record.offset);
  }
  return true;
}

async function setAside(record: LogRecord, fault: DecodeFailure, intake: Intake): Promise<void> {
  const { options } = intake;
  const facts = { ...fault, attempts: 1, firstFailure: options.now() };
  await persist('dead letter', intake, () => appendDeadLetter(options, record, facts));
}

/** Nothing is skipped: while the log is away, the loop waits here. */
async function persist(what: string, { options, signal }: Intake, work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      options.logger.error({ err: error, group: options.group }, `${what} failed`);
      await delay(againAfterMs, undefined, { signal });
    }
  }
}
