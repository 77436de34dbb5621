import { setTimeout as delay } from 'node:timers/promises';
import type { LogRecord } from '@gongwen/ports';
import type { ConsumeOptions, Delivery, Outcome } from './consume.ts';
import { appendDeadLetter } from './dead-letters.ts';

/** An event in its document’s lane. */
interface Work {
  readonly delivery: Delivery;
  failures: number;
  firstFailure?: Date;
}

/** Hands events to the handler: of each document one at a time and in order, of different documents in parallel. */
export interface LaneScheduler {
  add(delivery: Delivery): void;
  /** Resolves when less than this is in flight. */
  roomFor(records: number, bytes: number): Promise<void>;
  paused(): string | undefined;
  /** Hands out nothing more and waits for what is at work. */
  stop(withinMs: number): Promise<void>;
}

const attemptsBeforeDead = 3;
const failureBackoffMs = 100;

export function createLaneScheduler(
  options: ConsumeOptions,
  onDone: (record: LogRecord) => void,
): LaneScheduler {
  const { maximumBatch, concurrency, handlerTimeoutMs = 60_000, logger, group } = options;
  const lanes = new Map<string, Work[]>();
  const ready: string[] = []; // lanes whose first event may be handed out
  const waiters: { records: number; bytes: number; resolve: () => void }[] = [];
  const running = new Set<Promise<void>>();
  let inFlight = 0;
  let inFlightBytes = 0;
  let pause: string | undefined;
  let stopped = false;

  function hand(): void {
    while (mayHandOut() && running.size < concurrency && ready.length > 0) {
      const batch = ready.splice(0, maximumBatch).flatMap((lane) => lanes.get(lane)?.[0] ?? []);
      const run = work(batch).finally(() => {
        running.delete(run);
        hand();
      });
      running.add(run);
    }
  }

  const mayHandOut = () => !stopped && pause === undefined;

  async function work(batch: readonly Work[]): Promise<void> {
    const outcomes = await attempt(batch);
    await Promise.all(batch.map((item, index) => settle(item, outcomes[index] ?? failed('no outcome'))));
  }

  /** A handler that throws or hangs is a fault of its events, never the end of the loop. */
  async function attempt(batch: readonly Work[]): Promise<readonly Outcome[]> {
    const deliveries = batch.map(({ delivery }) => delivery);
    try {
      return await withTimeout(options.handle(deliveries), handlerTimeoutMs);
    } catch (error) {
      logger.warn({ err: error, group, events: batch.length }, 'handler failed');
      // one poison event must not take its batch with it: each goes alone now
      if (batch.length > 1) return (await Promise.all(batch.map((item) => attempt([item])))).flat();
      return [failed(error instanceof Error ? `${error.name}: ${error.message}` : String(error))];
    }
  }

  async function settle(item: Work, outcome: Outcome): Promise<void> {
    switch (outcome.outcome) {
      case 'done':
        return finish(item);
      case 'pause':
        pauseFor(outcome.afterMs, outcome.reason);
        return again(item);
      case 'retry':
        return void setTimeout(() => again(item), outcome.afterMs).unref();
      case 'dead':
        return fail(item, outcome);
    }
  }

  async function fail(item: Work, outcome: Extract<Outcome, { outcome: 'dead' }>): Promise<void> {
    item.firstFailure ??= options.now();
    item.failures++;
    if (outcome.code === 'HANDLER_FAILED' && item.failures < attemptsBeforeDead) {
      return settle(item, {
        outcome: 'retry',
        afterMs: failureBackoffMs * item.failures,
        reason: outcome.reason,
      });
    }
    try {
      const facts = { ...outcome, attempts: item.failures, firstFailure: item.firstFailure };
      await appendDeadLetter(options, item.delivery.record, facts);
      await options.onDead?.(item.delivery, outcome.code, outcome.reason);
      finish(item);
    } catch (error) {
      logger.error({ err: error, group }, 'dead letter not written');
      void settle(item, { outcome: 'pause', afterMs: 1_000, reason: 'dead letters cannot be written' });
    }
  }

  function finish(item: Work): void {
    const { record, event } = item.delivery;
    inFlight--;
    inFlightBytes -= record.value?.byteLength ?? 0;
    const lane = lanes.get(event.subject);
    lane?.shift();
    if (lane?.length === 0) lanes.delete(event.subject);
    else ready.push(event.subject);
    onDone(record);
    for (const waiter of waiters.filter(hasRoom)) {
      waiters.splice(waiters.indexOf(waiter), 1);
      waiter.resolve();
    }
  }

  function again({ delivery }: Work): void {
    ready.unshift(delivery.event.subject);
    hand();
  }

  function pauseFor(afterMs: number, reason: string): void {
    if (pause !== undefined) return;
    pause = reason;
    setTimeout(() => {
      pause = undefined;
      hand();
    }, afterMs).unref();
  }

  const hasRoom = (limit: { records: number; bytes: number }) =>
    inFlight < limit.records && inFlightBytes < limit.bytes;

  return {
    add(delivery) {
      const { subject } = delivery.event;
      const lane = lanes.get(subject);
      inFlight++;
      inFlightBytes += delivery.record.value?.byteLength ?? 0;
      if (lane) return void lane.push({ delivery, failures: 0 });
      lanes.set(subject, [{ delivery, failures: 0 }]);
      ready.push(subject);
      // after this turn, so that what came together can go together
      setImmediate(hand);
    },
    roomFor: (records, bytes) =>
      stopped || hasRoom({ records, bytes })
        ? Promise.resolve()
        : new Promise((resolve) => waiters.push({ records, bytes, resolve })),
    paused: () => pause,
    async stop(withinMs) {
      stopped = true;
      for (const waiter of waiters.splice(0)) waiter.resolve();
      await Promise.race([Promise.all(running), delay(withinMs, undefined, { ref: false })]);
    },
  };
}

function failed(reason: string): Outcome {
  return { outcome: 'dead', code: 'HANDLER_FAILED', reason: reason.slice(0, 300) };
}

function withTimeout<Value>(promise: Promise<Value>, timeoutMs: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs).unref();
    promise.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
}
