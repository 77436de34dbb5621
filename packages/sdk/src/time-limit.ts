const longestTimerMs = 2 ** 31 - 1; // a longer one would fire at once

/** Thrown into a task whose time is over. */
export const timeIsOver: unique symbol = Symbol('time is over');

/**
 * Runs a task with a signal that ends it when its time is over or `outer` is aborted; does not wait for a task that
 * ignores its signal. Timers are our own because Node 20 may collect `AbortSignal.timeout` inside `AbortSignal.any`.
 *
 * @throws `timeIsOver`, the reason of `outer`, or what the task throws
 */
export async function withTimeLimit<Result>(
  limitMs: number,
  outer: AbortSignal | undefined,
  task: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  outer?.throwIfAborted();
  const controller = new AbortController();
  const { signal } = controller;
  const stop = () => controller.abort(outer?.reason);
  outer?.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(() => controller.abort(timeIsOver), Math.min(limitMs, longestTimerMs));
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    return await Promise.race([task(signal), aborted]);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', stop);
  }
}
