import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { quietRequestQueue, requestQueueClass } from './quiet-request-queue.ts';

const logger = { debug: () => undefined, warn: () => undefined };
const Queue = requestQueueClass();

function queueWith(pending: readonly unknown[]) {
  const queue = new Queue({
    logger,
    maxInFlightRequests: 1,
    requestTimeout: 1_000,
    clientId: 'a',
    broker: 'b',
  });
  return Object.assign(queue, { pending, throttledUntil: Date.now() + 50 });
}

describe('the request queue of the Kafka client', () => {
  beforeEach(() => {
    quietRequestQueue();
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  it('sets no timer while nothing waits', () => {
    queueWith([]).scheduleCheckPendingRequests();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('sets its timer while a request waits', () => {
    queueWith([{}]).scheduleCheckPendingRequests();
    expect(vi.getTimerCount()).toBe(1);
  });
});
