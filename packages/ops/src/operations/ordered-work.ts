/** Runs tasks side by side, and tells of each that it and all before it are done, in order. */
export interface OrderedWork<Mark> {
  /** Resolves when there is room for the next. Rejects when a task has failed. */
  add(mark: Mark, task: () => Promise<void>): Promise<void>;
  finished(): Promise<void>;
}

export function createOrderedWork<Mark>(atOnce: number, onDone: (mark: Mark) => void): OrderedWork<Mark> {
  const running = new Set<Promise<unknown>>();
  let before = Promise.resolve();
  return {
    async add(mark, task) {
      if (running.size >= atOnce) await Promise.race(running);
      const inOrder = before;
      const result = task();
      before = Promise.all([inOrder, result]).then(() => onDone(mark));
      before.catch(() => undefined); // told by finished
      running.add(result);
      // a task that has failed stays, and is told by the next add
      result.then(
        () => running.delete(result),
        () => undefined,
      );
    },
    finished: () => before,
  };
}
