/** Wakes readers of a log: at once for what this process appends, by polling for what others do. */
export interface Bell {
  ring(): void;
  /** Resolves at the next ring, after `pollMs`, or when the signal aborts. */
  wait(signal: AbortSignal, pollMs: number): Promise<void>;
}

export function createBell(): Bell {
  const waiting = new Set<() => void>();
  return {
    ring() {
      for (const wake of waiting) wake();
    },
    wait: (signal, pollMs) =>
      new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, pollMs);
        waiting.add(wake);
        signal.addEventListener('abort', wake, { once: true });
        if (signal.aborted) wake();
      }),
  };
}
