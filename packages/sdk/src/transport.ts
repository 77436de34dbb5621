import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClientConfig } from './client-options.ts';
import { AuthenticationError, TimeoutError } from './errors.ts';
import { type Exchange, exchange } from './exchange.ts';
import { type PublishingError, isPublishingError } from './publishing-error.ts';
import { retryDelayMs } from './retry-delay.ts';
import { type Slots, createSlots } from './slots.ts';
import { timeIsOver, withTimeLimit } from './time-limit.ts';

/** One call of the API; `timeoutMs` and `attemptTimeoutMs` stand in for the client’s. */
export interface Call extends Omit<Exchange, 'requestId'> {
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
  readonly attemptTimeoutMs?: number | undefined;
  /** An idle request takes no slot from the others. */
  readonly isIdle?: boolean;
}

export type Transport = (call: Call) => Promise<unknown>;

/** Answers the body of the first success. Retries never change the idempotency key. */
export function createTransport(config: ClientConfig): Transport {
  const slots = createSlots(Math.max(1, config.concurrency));
  return async (call) => {
    const attempts: Attempts = { config, slots, call: { ...call, requestId: randomUUID() } };
    const timeoutMs = call.timeoutMs ?? config.timeoutMs;
    const deadline = config.now().getTime() + timeoutMs;
    try {
      return await withTimeLimit(timeoutMs, call.signal, (signal) => repeat(attempts, signal, deadline));
    } catch (error) {
      throw error === timeIsOver ? timeoutError(attempts, timeoutMs) : error;
    }
  };
}

interface Attempts {
  readonly config: ClientConfig;
  readonly slots: Slots;
  readonly call: Call & Exchange;
}

async function repeat(attempts: Attempts, signal: AbortSignal, deadline: number): Promise<unknown> {
  const { config } = attempts;
  let mayRenewToken = typeof config.token === 'function';
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(attempts, signal);
    } catch (error) {
      if (signal.aborted || !isPublishingError(error)) throw error;
      if (mayRenewToken && error instanceof AuthenticationError) {
        mayRenewToken = false;
        continue;
      }
      const delayMs = retryDelayMs(attempt, error.problem?.retryAfterSeconds, config.random);
      const isOver = attempt > config.retries || config.now().getTime() + delayMs >= deadline;
      if (!error.retryable || isOver) throw error;
      config.onRetry?.({ attempt, delayMs, error });
      await pause(delayMs, undefined, { signal });
    }
  }
}

async function attemptOnce(attempts: Attempts, signal: AbortSignal): Promise<unknown> {
  const { config, slots, call } = attempts;
  const limitMs = call.attemptTimeoutMs ?? config.attemptTimeoutMs;
  const run = async () => {
    signal.throwIfAborted(); // while it queued
    return withTimeLimit(limitMs, signal, (attemptSignal) => exchange(config, call, attemptSignal));
  };
  try {
    return await (call.isIdle ? run() : slots(run));
  } catch (error) {
    throw error === timeIsOver && !signal.aborted ? timeoutError(attempts, limitMs) : error;
  }
}

function timeoutError({ config, call }: Attempts, limitMs: number): PublishingError {
  const { requestId, idempotencyKey } = call;
  const sentence = {
    zh: `${config.baseUrl} 在 ${limitMs} 毫秒内没有回答`,
    en: `${config.baseUrl} did not answer within ${limitMs} ms`,
  }[config.locale];
  const hint = {
    zh: '结果未知：请以同一键重发；必要时增大 timeoutMs。',
    en: 'The outcome is unknown: repeat with the same key; raise timeoutMs if need be.',
  }[config.locale];
  return new TimeoutError({
    code: 'TIMEOUT',
    message: `TIMEOUT: ${sentence} (requestId ${requestId})`,
    requestId,
    idempotencyKey,
    hint,
    retryable: true,
  });
}
