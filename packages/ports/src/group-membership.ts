/** In one process the first member of a group holds every partition; the next takes over when it leaves. */
export interface GroupMembership {
  /** Resolves with what leaves the group again; `undefined` when the signal aborts before it is this member’s turn. */
  join(group: string, signal: AbortSignal): Promise<(() => void) | undefined>;
}

export function createGroupMembership(): GroupMembership {
  const tails = new Map<string, Promise<void>>();
  return {
    async join(group, signal) {
      const before = tails.get(group) ?? Promise.resolve();
      const { promise: left, resolve: leave } = Promise.withResolvers<void>();
      tails.set(
        group,
        before.then(() => left),
      );
      const aborted = new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
      await Promise.race([before, aborted]);
      if (!signal.aborted) return leave;
      leave();
      return undefined;
    },
  };
}
