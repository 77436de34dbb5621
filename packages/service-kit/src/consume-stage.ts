import { topics } from '@gongwen/ports';
import type { StageReceipt } from '@gongwen/schemas';
import { type ConsumeOptions, type Consumer, type Delivery, type Outcome, consume } from './consume.ts';
import { appendReceipts, stageReceipt } from './receipts.ts';

type Facts = Pick<StageReceipt, 'state' | 'remoteId' | 'code' | 'detail'>;

/** What became of one event at a stage; `facts` go into its receipt, without them nothing is told yet. */
export interface StageResult {
  readonly outcome: Outcome;
  readonly facts?: Facts;
}

export interface StageOptions extends Omit<ConsumeOptions, 'topic' | 'handle' | 'onDead'> {
  readonly stage: StageReceipt['stage'];
  /** Of the stage `delivered`. */
  readonly target?: string;
  /** One result an event, in order. */
  readonly handle: (batch: readonly Delivery[]) => Promise<readonly StageResult[]>;
}

const pauseMs = 1_000;

/** Consumes the events of the log for one stage, and tells the log what became of each before it is committed. */
export function consumeStage({ stage, target, handle, ...options }: StageOptions): Consumer {
  const { log, logger, metrics, now } = options;
  const receiptOf = (delivery: Delivery, facts: Facts) =>
    stageReceipt(delivery, { stage, ...(target !== undefined && { target }), ...facts }, now());

  return consume({
    ...options,
    topic: topics.events,
    async handle(batch) {
      const results = await handle(batch);
      const told = batch.flatMap((delivery, index) => {
        const facts = results[index]?.facts;
        return facts ? [receiptOf(delivery, facts)] : [];
      });
      try {
        await appendReceipts(log, told);
      } catch (error) {
        // the log is away, which is no fault of these events: again, and every sink takes a repeat
        logger.warn({ err: error, stage }, 'receipts cannot be written');
        return batch.map(() => ({
          outcome: 'pause',
          afterMs: pauseMs,
          reason: 'receipts cannot be written',
        }));
      }
      for (const [index, { event }] of batch.entries()) {
        if (results[index]?.facts?.state !== 'done') continue;
        metrics.stageLatency.observe({ stage }, (now().getTime() - Date.parse(event.time)) / 1000);
      }
      return results.map(({ outcome }) => outcome);
    },
    onDead: (delivery, code, detail) =>
      appendReceipts(log, [receiptOf(delivery, { state: 'dead', code, detail })]),
  });
}
