import { type EventLog, type ObjectStore, topics } from '@gongwen/ports';
import {
  type Consumer,
  type Delivery,
  type Logger,
  type Metrics,
  type Outcome,
  appendReceipts,
  consume,
  stageReceipt,
} from '@gongwen/service-kit';
import { archiveEvent } from './archive-event.ts';

export interface ArchiverOptions {
  readonly log: EventLog;
  readonly store: ObjectStore;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly now: () => Date;
}

/** A file that a department referred to was seen by the gateway; if it is still missing then, it is lost. */
const missingAttempts = 10;
const retryMissingAfterMs = 500;
const maximumBatch = 16;

/** Keeps every original and every event in the object store. */
export function createArchiver({ log, store, logger, metrics, now }: ArchiverOptions): Consumer {
  const missing = new Map<string, number>();

  async function archive(delivery: Delivery): Promise<Outcome> {
    const result = await archiveEvent(store, delivery);
    const { id } = delivery.event;
    if (result.outcome !== 'missing') {
      missing.delete(id);
      return { outcome: 'done' };
    }
    const attempts = (missing.get(id) ?? 0) + 1;
    missing.set(id, attempts);
    const reason = `original ${result.sha256} is missing`;
    return attempts < missingAttempts
      ? { outcome: 'retry', afterMs: retryMissingAfterMs, reason }
      : { outcome: 'dead', code: 'ORIGINAL_MISSING', reason };
  }

  const receipt = (delivery: Delivery, facts: { state: 'done' | 'dead'; code?: string; detail?: string }) =>
    stageReceipt(delivery, { stage: 'stored', ...facts }, now());

  return consume({
    log,
    topic: topics.events,
    group: 'archiver',
    maximumBatch,
    concurrency: 4,
    logger,
    metrics,
    now,
    async handle(batch) {
      const outcomes = await Promise.all(batch.map(archive));
      const stored = batch.filter((_, index) => outcomes[index]?.outcome === 'done');
      await appendReceipts(
        log,
        stored.map((delivery) => receipt(delivery, { state: 'done' })),
      );
      for (const { event } of stored) observeLatency(metrics, event.time, now());
      return outcomes;
    },
    onDead: (delivery, code, detail) =>
      appendReceipts(log, [receipt(delivery, { state: 'dead', code, detail })]),
  });
}

function observeLatency(metrics: Metrics, acceptedAt: string, at: Date): void {
  metrics.stageLatency.observe({ stage: 'stored' }, (at.getTime() - Date.parse(acceptedAt)) / 1000);
}
