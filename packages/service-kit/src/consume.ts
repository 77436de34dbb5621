import type { EventLog, LogRecord, Positions } from '@gongwen/ports';
import type { DocumentEvent } from '@gongwen/schemas';
import { type LaneScheduler, createLaneScheduler } from './lane-scheduler.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import type { PartitionProgress } from './partition-progress.ts';
import { takeIn } from './take-in.ts';

/** One event on its way through a consumer. */
export interface Delivery {
  readonly event: DocumentEvent;
  readonly record: LogRecord;
}

/**
 * What became of one event. `retry` waits with this document only; `pause` says that the sink as a whole is unwell, and
 * nothing more is handed out until then; `dead` sets the record aside.
 */
export type Outcome =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'retry' | 'pause'; readonly afterMs: number; readonly reason: string }
  | { readonly outcome: 'dead'; readonly code: string; readonly reason: string };

export interface ConsumeOptions {
  readonly log: EventLog;
  readonly topic: string;
  readonly group: string;
  /** One outcome an event, in order. Events of one batch are of different documents. */
  readonly handle: (batch: readonly Delivery[]) => Promise<readonly Outcome[]>;
  /** Called after the dead letter is in the log, for events that could at least be read. */
  readonly onDead?: (delivery: Delivery, code: string, reason: string) => Promise<void>;
  /** Called before the first record of a partition that has come, or come back, after another member may have had it. */
  readonly onTakeover?: () => Promise<void>;
  readonly maximumBatch: number;
  /** Batches at work at the same time. */
  readonly concurrency: number;
  /** Default 1 000 records. */
  readonly maximumInFlight?: number;
  /** Default 16 MiB. */
  readonly maximumInFlightBytes?: number;
  /** A handler that has not answered by then has failed. Default 60 000. */
  readonly handlerTimeoutMs?: number;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly now: () => Date;
}

export interface ConsumerStatus {
  readonly group: string;
  /** Records of the topic not yet committed. */
  readonly lag: number;
  /** Age of the oldest record taken in and not done. */
  readonly lagSeconds: number;
  /** Why nothing is handed out at the moment. */
  readonly paused?: string;
}

export interface Consumer extends AsyncDisposable {
  status(): Promise<ConsumerStatus>;
  /** Rejects when the loop cannot go on (the log is gone); the process should then end. */
  readonly ended: Promise<void>;
}

const commitEveryMs = 200;
const stopWithinMs = 10_000;

/**
 * The one at-least-once loop of every consumer: order per document, parallel across documents, bounded in flight, an
 * outcome for each event, only the contiguous completed prefix committed, dead letters acknowledged before that.
 */
export function consume(options: ConsumeOptions): Consumer {
  const { log, topic, group, maximumInFlight = 1_000, maximumInFlightBytes = 8 * 1024 * 1024 } = options;
  const stopping = new AbortController();
  const members = log.consume(topic, group, stopping.signal);
  const partitions = new Map<number, PartitionProgress>();
  let commitTimer: NodeJS.Timeout | undefined;
  let isStopping = false;

  const commitSoon = () => {
    commitTimer ??= setTimeout(commit, commitEveryMs);
  };
  const scheduler = createLaneScheduler(options, (record) => {
    partitions.get(record.partition)?.complete(record.offset);
    commitSoon();
  });

  async function commit(): Promise<void> {
    clearTimeout(commitTimer);
    commitTimer = undefined;
    const positions = positionsToCommit(partitions);
    if (positions.size === 0) return;
    try {
      await members.commit(positions);
      for (const [partition, next] of positions) partitions.get(partition)?.committed(next);
    } catch (error) {
      // the data is safe; it will be repeated, and every sink takes a repeat
      options.logger.warn({ err: error, group }, 'commit failed');
      if (!isStopping) commitSoon();
    }
  }

  async function run(): Promise<void> {
    for await (const batch of members) {
      for (const record of batch) {
        const isNew = await takeIn(record, { partitions, scheduler, options, signal: stopping.signal });
        if (!isNew) commitSoon();
      }
      await scheduler.roomFor(maximumInFlight, maximumInFlightBytes);
      if (isStopping) return;
    }
  }

  const ended = run();
  ended.catch((error: unknown) => options.logger.error({ err: error, group }, 'consumer ended'));
  return {
    ended,
    status: () => statusOf(options, partitions, scheduler),
    async [Symbol.asyncDispose]() {
      isStopping = true;
      await scheduler.stop(stopWithinMs);
      await commit(); // while still a member, or the successor repeats what is done
      stopping.abort();
      await ended.catch(() => undefined);
    },
  };
}

function positionsToCommit(partitions: ReadonlyMap<number, PartitionProgress>): Positions {
  const positions = new Map<number, number>();
  for (const [partition, progress] of partitions) {
    const next = progress.toCommit();
    if (next !== undefined) positions.set(partition, next);
  }
  return positions;
}

async function statusOf(
  { log, topic, group, now, metrics }: ConsumeOptions,
  partitions: ReadonlyMap<number, PartitionProgress>,
  scheduler: LaneScheduler,
): Promise<ConsumerStatus> {
  const [ends, committed] = await Promise.all([log.ends(topic), log.committed(topic, group)]);
  let lag = 0;
  for (const [partition, end] of ends) lag += Math.max(0, end - (committed.get(partition) ?? 0));
  const oldest = [...partitions.values()].map(
    (progress) => progress.oldestPending() ?? Number.POSITIVE_INFINITY,
  );
  const since = Math.min(...oldest);
  const lagSeconds = Number.isFinite(since) ? Math.max(0, (now().getTime() - since) / 1000) : 0;
  metrics.groupLag.set({ group, topic }, lag);
  metrics.groupLagSeconds.set({ group, topic }, lagSeconds);
  const paused = scheduler.paused();
  return { group, lag, lagSeconds, ...(paused !== undefined && { paused }) };
}
