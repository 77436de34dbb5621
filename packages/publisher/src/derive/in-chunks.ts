const chunkSize = 32;

/** Some at a time, so that one decision of thousands of targets leaves room for others; the first failure ends it. */
export async function inChunks<Item>(
  items: readonly Item[],
  signal: AbortSignal,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < items.length; start += chunkSize) {
    signal.throwIfAborted();
    const results = await Promise.allSettled(items.slice(start, start + chunkSize).map(work));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }
}
