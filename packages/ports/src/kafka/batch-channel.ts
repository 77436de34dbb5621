/** Hands values from a producer that is called back to a consumer that iterates, one at a time. */
export interface Channel<Value> extends AsyncIterable<Value> {
  /** Resolves when the value was taken, or the channel ended. */
  push(value: Value): Promise<void>;
  /** Ends iteration, by an error if there is one; what is waiting is dropped. May be called again. */
  end(error?: Error): void;
}

export function createChannel<Value>(): Channel<Value> {
  const waiting: { value: Value; taken: () => void }[] = [];
  let wake: (() => void) | undefined;
  let ended: { error?: Error } | undefined;
  return {
    push(value) {
      if (ended) return Promise.resolve();
      return new Promise((taken) => {
        waiting.push({ value, taken });
        wake?.();
      });
    },
    end(error) {
      ended ??= error ? { error } : {};
      for (const { taken } of waiting.splice(0)) taken();
      wake?.();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const next = waiting.shift();
        if (next) {
          next.taken();
          yield next.value;
        } else if (ended) {
          if (ended.error) throw ended.error;
          return;
        } else {
          await new Promise<void>((resolve) => (wake = resolve));
        }
      }
    },
  };
}
