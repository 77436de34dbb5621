/** partition → offset of the next record. */
export type Positions = ReadonlyMap<number, number>;

export interface TopicDefinition {
  readonly name: string;
  /** Fixed for ever: a changed count would move documents to other partitions and break their order. */
  readonly partitions: number;
  /** `delete` keeps every record for ever (no retention limit); `compact` keeps the newest record of each key. */
  readonly cleanup: 'delete' | 'compact';
}

export interface NewRecord {
  /** Decides the partition (murmur2, as every Kafka client does). `null` only for what arrived without a key. */
  readonly key: string | null;
  readonly value: Uint8Array | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface LogRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string | null;
  readonly value: Uint8Array | null;
  readonly headers: Readonly<Record<string, string>>;
  /** When the log took it, in milliseconds since 1970. */
  readonly time: number;
}

export interface Position {
  readonly partition: number;
  readonly offset: number;
}

/**
 * A member of a consumer group. Iterating yields batches in log order for each partition; a partition starts at its
 * committed position, or at 0. The batch after a re-assignment may repeat records.
 */
export interface GroupConsumer extends AsyncIterable<readonly LogRecord[]> {
  /** Everything before these positions is done. May fail after the partition went elsewhere: then it is repeated there. */
  commit(positions: Positions): Promise<void>;
}

export interface ReadOptions {
  readonly signal: AbortSignal;
  /** Stop before these positions; without them the reader follows the log until the signal aborts. */
  readonly until?: Positions;
}

/**
 * The log: topics of keyed records in partitions, kept for ever.
 *
 * An implementer guarantees: a resolved `append` is durable; records of one `append` and one partition stand in the
 * given order; offsets rise; readers see what was appended before their `ends`; an abort ends iteration quietly.
 * Not its job: schemas, retries of a failed append, duplicates (DESIGN §3 makes them harmless), handling order across keys.
 */
export interface EventLog extends AsyncDisposable {
  /** Creates missing topics; refuses (throws) when an existing one has other settings. */
  ensureTopics(topics: readonly TopicDefinition[]): Promise<void>;
  /** Appends in order, values of at most 4 032 KiB; the answer has one position a record. A failure leaves the outcome unknown. */
  append(topic: string, records: readonly NewRecord[]): Promise<readonly Position[]>;
  /** Reads without a group; partitions missing in `from` are read from 0. Batches are never empty. */
  read(topic: string, from: Positions, options: ReadOptions): AsyncIterable<readonly LogRecord[]>;
  /** Joins a group. Each partition is with one member at a time. The signal makes the member leave. */
  consume(topic: string, group: string, signal: AbortSignal): GroupConsumer;
  /** The next offset of every partition, as of now. */
  ends(topic: string): Promise<Positions>;
  /** What a group has committed; partitions without a commit are absent. */
  committed(topic: string, group: string): Promise<Positions>;
}
