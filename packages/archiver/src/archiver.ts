import type { EventLog, ObjectStore } from '@gongwen/ports';
import {
  type Consumer,
  type Delivery,
  type Logger,
  type Metrics,
  type StageResult,
  consumeStage,
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
const pauseMs = 1_000;

/** Keeps every original and every event in the object store. */
export function createArchiver({ store, ...service }: ArchiverOptions): Consumer {
  const { logger } = service;
  const missing = new Map<string, number>();

  async function archive(delivery: Delivery): Promise<StageResult> {
    const { id } = delivery.event;
    try {
      const result = await archiveEvent(store, delivery);
      if (result.outcome === 'missing') return waitForOriginal(id, result.sha256);
    } catch (error) {
      logger.warn({ err: error }, 'the object store cannot be written');
      return { outcome: { outcome: 'pause', afterMs: pauseMs, reason: 'the object store is unavailable' } };
    }
    missing.delete(id);
    return { outcome: { outcome: 'done' }, facts: { state: 'done' } };
  }

  function waitForOriginal(eventId: string, sha256: string): StageResult {
    const attempts = (missing.get(eventId) ?? 0) + 1;
    missing.set(eventId, attempts);
    const reason = `original ${sha256} is missing`;
    if (attempts < missingAttempts)
      return { outcome: { outcome: 'retry', afterMs: retryMissingAfterMs, reason } };
    missing.delete(eventId);
    return { outcome: { outcome: 'dead', code: 'ORIGINAL_MISSING', reason } };
  }

  return consumeStage({
    ...service,
    stage: 'stored',
    group: 'archiver',
    maximumBatch: 64,
    concurrency: 2,
    handle: (batch) => Promise.all(batch.map(archive)),
  });
}
