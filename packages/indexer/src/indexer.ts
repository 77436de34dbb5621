import { type EventLog, type SearchIndex, type WriteOutcome, topics } from '@gongwen/ports';
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
import { toIndexEntry } from './index-event.ts';

export interface IndexerOptions {
  readonly log: EventLog;
  readonly index: SearchIndex;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly now: () => Date;
}

const pauseMs = 1_000;

/** Writes every change to the search index, at the document’s own version. */
export function createIndexer({ log, index, logger, metrics, now }: IndexerOptions): Consumer {
  async function write(batch: readonly Delivery[]): Promise<readonly Outcome[]> {
    const entries = batch.map(({ event }) => toIndexEntry(event));
    try {
      return (await index.write(entries)).map(toOutcome);
    } catch (error) {
      logger.warn({ err: error }, 'the search index cannot be written');
      return batch.map(() => ({
        outcome: 'pause',
        afterMs: pauseMs,
        reason: 'the search index is unavailable',
      }));
    }
  }

  const receipt = (delivery: Delivery, facts: { state: 'done' | 'dead'; code?: string; detail?: string }) =>
    stageReceipt(delivery, { stage: 'indexed', ...facts }, now());

  return consume({
    log,
    topic: topics.events,
    group: 'indexer',
    maximumBatch: 200,
    concurrency: 1,
    logger,
    metrics,
    now,
    async handle(batch) {
      const outcomes = await write(batch);
      const indexed = batch.filter((_, position) => outcomes[position]?.outcome === 'done');
      await appendReceipts(
        log,
        indexed.map((delivery) => receipt(delivery, { state: 'done' })),
      );
      for (const { event } of indexed) {
        const seconds = (now().getTime() - Date.parse(event.time)) / 1000;
        metrics.stageLatency.observe({ stage: 'indexed' }, seconds);
      }
      return outcomes;
    },
    onDead: (delivery, code, detail) =>
      appendReceipts(log, [receipt(delivery, { state: 'dead', code, detail })]),
  });
}

/** A repeat or a void event is no fault: the index has what it should have. */
function toOutcome(written: WriteOutcome): Outcome {
  return written.outcome === 'rejected'
    ? { outcome: 'dead', code: 'SINK_REJECTED', reason: written.reason }
    : { outcome: 'done' };
}
