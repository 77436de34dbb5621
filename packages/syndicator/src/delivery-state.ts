import { type EventLog, topics } from '@gongwen/ports';

/** How far one document has come at one target. */
export interface DeliveryState {
  readonly deliveredVersion: number;
  /** The version that the target refused; it and everything after it is held. */
  readonly parkedFrom?: number;
  readonly reason?: string;
}

/** The last delivered version of every document of a target: a compacted topic, followed as long as the process runs. */
export interface DeliveryStates extends AsyncDisposable {
  of(documentId: string): DeliveryState;
  /** Resolves when the log has it. */
  record(documentId: string, state: DeliveryState): Promise<void>;
  /** Resolves when all that other members had recorded by now is known. */
  catchUp(): Promise<void>;
}

interface Waiter {
  readonly end: number;
  readonly resolve: () => void;
}

const nothingDelivered: DeliveryState = { deliveredVersion: 0 };

export async function followDeliveryStates(log: EventLog, target: string): Promise<DeliveryStates> {
  const states = new Map<string, DeliveryState>();
  const prefix = `${target}/`;
  const stopping = new AbortController();
  let waiters: Waiter[] = [];
  let next = 0; // the topic has one partition

  async function follow(): Promise<void> {
    const { signal } = stopping;
    for await (const batch of log.read(topics.syndicationState, new Map(), { signal })) {
      for (const { key, value, offset } of batch) {
        next = offset + 1;
        if (!key?.startsWith(prefix) || value === null) continue;
        // only this module writes the topic
        learn(key.slice(prefix.length), JSON.parse(Buffer.from(value).toString()) as DeliveryState);
      }
      for (const { resolve } of waiters.filter(({ end }) => end <= next)) resolve();
      waiters = waiters.filter(({ end }) => end > next);
    }
  }

  /** A member that was frozen may record what others have long passed; a document never goes back. */
  function learn(documentId: string, state: DeliveryState): void {
    const known = states.get(documentId) ?? nothingDelivered;
    if (state.deliveredVersion >= known.deliveredVersion) states.set(documentId, state);
  }

  async function catchUp(): Promise<void> {
    const end = (await log.ends(topics.syndicationState)).get(0) ?? 0;
    if (next >= end) return;
    await Promise.race([following, new Promise<void>((resolve) => waiters.push({ end, resolve }))]);
  }

  const following = follow();
  following.catch(() => undefined); // told by catchUp, which then rejects
  await catchUp();

  return {
    of: (documentId) => states.get(documentId) ?? nothingDelivered,
    async record(documentId, state) {
      const value = Buffer.from(JSON.stringify(state));
      await log.append(topics.syndicationState, [{ key: prefix + documentId, value }]);
      learn(documentId, state);
    },
    catchUp,
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await following.catch(() => undefined);
    },
  };
}
