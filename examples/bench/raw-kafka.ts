import kafkajs, { type Consumer, type Kafka } from 'kafkajs';

/** The client that ours uses, without anything of ours around it. */
export function connectRawKafka(brokers: readonly string[]): Kafka {
  process.removeAllListeners('warning'); // the client sets timers of less than nothing, and Node complains
  return new kafkajs.Kafka({
    brokers: [...brokers],
    clientId: 'bench',
    logLevel: kafkajs.logLevel.NOTHING,
  });
}

export interface RawRecord {
  readonly key: string;
  readonly value: Buffer;
}

/** Every record of a topic up to its end as seen now; `each` is told of them as they come. */
export async function readTopic(kafka: Kafka, topic: string, each: (record: RawRecord) => void) {
  const admin = kafka.admin();
  const ends = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  const missing = new Map(
    ends.filter(({ low, high }) => low !== high).map(({ partition, high }) => [partition, Number(high)]),
  );
  if (missing.size === 0) return;
  const consumer = kafka.consumer({ groupId: `bench-${crypto.randomUUID()}`, maxBytes: 32 * 1024 * 1024 });
  const { promise, resolve } = Promise.withResolvers<void>();
  await follow(consumer, topic, (partition, offset, record) => {
    each(record);
    if (offset + 1 >= (missing.get(partition) ?? 0)) missing.delete(partition);
    if (missing.size === 0) resolve();
  });
  await promise;
  await consumer.disconnect();
}

/** Tells of every record from now or, by default, from the beginning. */
export async function follow(
  consumer: Consumer,
  topic: string,
  each: (partition: number, offset: number, record: RawRecord) => void,
  { fromBeginning = true } = {},
): Promise<void> {
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning });
  const joined = new Promise<void>((resolve) => {
    consumer.on(consumer.events.GROUP_JOIN, () => resolve());
  });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ partition, message: { offset, key, value } }) =>
      each(partition, Number(offset), { key: String(key), value: value ?? Buffer.alloc(0) }),
  });
  await joined;
}
