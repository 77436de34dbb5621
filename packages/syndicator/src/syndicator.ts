import type { EventLog } from '@gongwen/ports';
import {
  type Consumer,
  type Delivery,
  type Logger,
  type Metrics,
  type StageResult,
  consumeStage,
} from '@gongwen/service-kit';
import pLimit from 'p-limit';
import { createDeliverEvent } from './deliver-event.ts';
import { followDeliveryStates } from './delivery-state.ts';
import type { Target } from './http-target.ts';

export interface SyndicatorOptions {
  readonly log: EventLog;
  readonly target: Target;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly now: () => Date;
  readonly random: () => number;
  /** Requests to the target at the same time, of different documents. Default 16. */
  readonly concurrency?: number;
}

const pauseMs = 1_000;
/** Others wait for the target while the log is told of what it has taken. */
const lanesPerRequest = 3;

/** Pushes every change to one target, in order for each document. */
export async function createSyndicator(options: SyndicatorOptions): Promise<Consumer> {
  const { target, random, concurrency = 16, ...service } = options;
  const { log, logger, metrics } = service;
  const states = await followDeliveryStates(log, target.name);
  const deliver = createDeliverEvent({ target, states, random, requests: pLimit(concurrency) });

  async function deliverOne(delivery: Delivery): Promise<StageResult> {
    try {
      return await deliver(delivery);
    } catch (error) {
      logger.warn({ err: error, target: target.name }, 'the delivery state cannot be read or written');
      const reason = 'the delivery state cannot be read or written';
      return { outcome: { outcome: 'pause', afterMs: pauseMs, reason } };
    }
  }

  const consumer = consumeStage({
    ...service,
    stage: 'delivered',
    target: target.name,
    group: `syndicator-${target.name}`,
    maximumBatch: 1,
    concurrency: lanesPerRequest * concurrency,
    // what another member has delivered or parked must be known before going on from there
    onTakeover: () => states.catchUp(),
    async handle(batch) {
      const results = await Promise.all(batch.map(deliverOne));
      for (const { outcome, facts } of results) {
        metrics.pushAttempts.inc({ endpoint: target.name, outcome: facts?.state ?? outcome.outcome });
      }
      return results;
    },
  });
  return {
    ...consumer,
    async [Symbol.asyncDispose]() {
      await consumer[Symbol.asyncDispose]();
      await states[Symbol.asyncDispose]();
    },
  };
}
