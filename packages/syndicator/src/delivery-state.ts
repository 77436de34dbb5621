import { type EventLog, topics } from '@gongwen/ports';

/** How far one document has come at one target. */
export interface DeliveryState {
  readonly deliveredVersion: number;
  /** The version that the target refused; it and everything after it is held. */
  readonly parkedFrom?: number;
  readonly reason?: string;
}

/** The last delivered version of every document of a target: a compacted topic, read whole before the first delivery. */
export interface DeliveryStates {
  of(documentId: string): DeliveryState;
  /** Resolves when the log has it. */
  record(documentId: string, state: DeliveryState): Promise<void>;
}

const nothingDelivered: DeliveryState = { deliveredVersion: 0 };

export async function loadDeliveryStates(
  log: EventLog,
  target: string,
  signal: AbortSignal,
): Promise<DeliveryStates> {
  const states = new Map<string, DeliveryState>();
  const prefix = `${target}/`;
  const until = await log.ends(topics.syndicationState);
  for await (const batch of log.read(topics.syndicationState, new Map(), { signal, until })) {
    for (const { key, value } of batch) {
      if (!key?.startsWith(prefix) || value === null) continue;
      // only this module writes the topic
      states.set(key.slice(prefix.length), JSON.parse(Buffer.from(value).toString()) as DeliveryState);
    }
  }
  return {
    of: (documentId) => states.get(documentId) ?? nothingDelivered,
    async record(documentId, state) {
      await log.append(topics.syndicationState, [
        { key: prefix + documentId, value: Buffer.from(JSON.stringify(state)) },
      ]);
      states.set(documentId, state);
    },
  };
}
