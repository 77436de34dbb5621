import { createRequire } from 'node:module';

interface RequestQueue {
  readonly pending: readonly unknown[];
  scheduleCheckPendingRequests(): void;
}

let isQuiet = false;

/**
 * The client sets a timer of 1 ms or less again and again on every connection, waiting or not: 4–5 % of a core while
 * idle, and warnings of negative time-outs. It is only needed while a request waits to be sent.
 */
export function quietRequestQueue(): void {
  if (isQuiet) return;
  isQuiet = true;
  const { prototype } = requestQueueClass();
  const schedule = prototype.scheduleCheckPendingRequests;
  prototype.scheduleCheckPendingRequests = function scheduleWhenNeeded(this: RequestQueue) {
    if (this.pending.length > 0) schedule.call(this);
  };
}

/** The client exports no types for its inside. */
export function requestQueueClass(): {
  new (options: object): RequestQueue;
  readonly prototype: RequestQueue;
} {
  return createRequire(import.meta.url)('kafkajs/src/network/requestQueue') as ReturnType<
    typeof requestQueueClass
  >;
}
