import type { EventLog, SearchIndex, WriteOutcome } from '@gongwen/ports';
import {
  type Consumer,
  type Delivery,
  type Logger,
  type Metrics,
  type StageResult,
  consumeStage,
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
export function createIndexer({ index, ...service }: IndexerOptions): Consumer {
  const { logger } = service;

  async function write(batch: readonly Delivery[]): Promise<readonly StageResult[]> {
    const entries = batch.map(({ event }) => toIndexEntry(event));
    try {
      return (await index.write(entries)).map(toResult);
    } catch (error) {
      logger.warn({ err: error }, 'the search index cannot be written');
      const reason = 'the search index is unavailable';
      return batch.map(() => ({ outcome: { outcome: 'pause', afterMs: pauseMs, reason } }));
    }
  }

  return consumeStage({
    ...service,
    stage: 'indexed',
    group: 'indexer',
    maximumBatch: 100,
    concurrency: 1,
    handle: write,
  });
}

/** A repeat or a void event is no fault: the index has what it should have. */
function toResult(written: WriteOutcome): StageResult {
  return written.outcome === 'rejected'
    ? { outcome: { outcome: 'dead', code: 'SINK_REJECTED', reason: written.reason } }
    : { outcome: { outcome: 'done' }, facts: { state: 'done' } };
}
