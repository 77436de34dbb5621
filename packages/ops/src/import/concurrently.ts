/**
 * Runs a task for each number below a count, some at a time, taking the next only when one has finished. The first
 * failure or an abort stops taking; what runs is awaited, then the failure is thrown.
 */
export async function concurrently(
  count: number,
  { concurrency, signal }: { readonly concurrency: number; readonly signal?: AbortSignal | undefined },
  task: (index: number) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  for (let index = 0; index < count && failures.length === 0; index++) {
    if (signal?.aborted === true) {
      failures.push(signal.reason);
      break;
    }
    const run: Promise<void> = task(index)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => running.delete(run));
    running.add(run);
    if (running.size >= concurrency) await Promise.race(running);
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
}
