import { randomUUID } from 'node:crypto';
import kafkajs from 'kafkajs';
import { describe, expect, inject, it } from 'vitest';
import { testEventLog } from '../event-log.contract.ts';
import type { TopicDefinition } from '../event-log.ts';
import { createKafkaEventLog, kafkaFaults } from './index.ts';

const engines = inject('engines');

describe.skipIf(!engines)('Kafka', () => {
  const brokers = [...(engines?.kafka.brokers ?? [])];
  testEventLog('Kafka', () => createKafkaEventLog({ brokers, copies: 1 }));

  async function madeByHand(settings: Record<string, string>): Promise<TopicDefinition> {
    const topic: TopicDefinition = { name: `test.${randomUUID()}`, partitions: 2, cleanup: 'delete' };
    const admin = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING }).admin();
    await admin.connect();
    const wanted = { 'retention.ms': '-1', 'max.message.bytes': '4194304', ...settings };
    const configEntries = Object.entries(wanted).map(([name, value]) => ({ name, value }));
    await admin.createTopics({ topics: [{ topic: topic.name, numPartitions: 2, configEntries }] });
    await admin.disconnect();
    return topic;
  }

  it('finds nothing to mend in a topic that is as it must be', async () => {
    expect(await kafkaFaults({ brokers, copies: 1 }, [await madeByHand({})])).toEqual([]);
  });

  it.each([
    ['retention.ms', '604800000', '-1'],
    ['cleanup.policy', 'compact', 'delete'],
    ['max.message.bytes', '1000000', '4194304'],
    ['message.timestamp.type', 'CreateTime', 'LogAppendTime'],
    ['unclean.leader.election.enable', 'true', 'false'],
  ])('refuses a topic whose %s is %s and says how to mend it', async (setting, found, expected) => {
    const topic = await madeByHand({ [setting]: found });
    await using log = await createKafkaEventLog({ brokers, copies: 1 });
    const refusal = new RegExp(
      `${setting} is ${found}, expected ${expected}: kafka-configs .*${setting}=${expected}`,
    );
    await expect(log.ensureTopics([topic])).rejects.toThrow(refusal);
  });

  it('refuses fewer copies than were asked for, and names the profile of a single node', async () => {
    const topic = await madeByHand({});
    expect(await kafkaFaults({ brokers, copies: 3 }, [topic])).toEqual([
      expect.stringMatching(/1 copies, expected 3.*GONGWEN_KAFKA_COPIES=1/),
      expect.stringMatching(/min.insync.replicas is 1, expected 2/),
    ]);
  });

  it('tells which topics are missing without making them', async () => {
    const topic: TopicDefinition = { name: `test.${randomUUID()}`, partitions: 2, cleanup: 'delete' };
    const missing = [`topic ${topic.name} is missing: run gongwen topics ensure`];
    expect(await kafkaFaults({ brokers, copies: 1 }, [topic])).toEqual(missing);
    expect(await kafkaFaults({ brokers, copies: 1 }, [topic])).toEqual(missing);
  });

  it('refuses to start where no broker answers', async () => {
    await expect(createKafkaEventLog({ brokers: ['127.0.0.1:9'], copies: 1 })).rejects.toThrow(
      /127\.0\.0\.1:9/,
    );
  });
});
