import { type EventLog, topics } from '@gongwen/ports';
import {
  type Consumer,
  type Logger,
  type Metrics,
  appendReceipts,
  consume,
  stageReceipt,
} from '@gongwen/service-kit';
import { createDeliverEvent } from './deliver-event.ts';
import { loadDeliveryStates } from './delivery-state.ts';
import type { Target } from './http-target.ts';

export interface SyndicatorOptions {
  readonly log: EventLog;
  readonly target: Target;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly now: () => Date;
  readonly random: () => number;
  /** Deliveries under way at the same time, of different documents. Default 16. */
  readonly concurrency?: number;
}

/** Pushes every change to one target, in order for each document. */
export async function createSyndicator(options: SyndicatorOptions): Promise<Consumer> {
  const { log, target, logger, metrics, now, random, concurrency = 16 } = options;
  const states = await loadDeliveryStates(log, target.name, new AbortController().signal);
  const deliver = createDeliverEvent(target, states, random);
  return consume({
    log,
    topic: topics.events,
    group: `syndicator-${target.name}`,
    maximumBatch: 1,
    concurrency,
    logger,
    metrics,
    now,
    handle: (batch) =>
      Promise.all(
        batch.map(async (delivery) => {
          const { outcome, facts } = await deliver(delivery);
          metrics.pushAttempts.inc({ endpoint: target.name, outcome: facts?.state ?? outcome.outcome });
          if (facts) {
            const receipt = stageReceipt(
              delivery,
              { stage: 'delivered', target: target.name, ...facts },
              now(),
            );
            await appendReceipts(log, [receipt]);
            const seconds = (now().getTime() - Date.parse(delivery.event.time)) / 1000;
            if (facts.state === 'done') metrics.stageLatency.observe({ stage: 'delivered' }, seconds);
          }
          return outcome;
        }),
      ),
    async onDead(delivery, code, detail) {
      const facts = { stage: 'delivered', target: target.name, state: 'dead', code, detail } as const;
      await appendReceipts(log, [stageReceipt(delivery, facts, now())]);
    },
  });
}
