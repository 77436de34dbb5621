import { setTimeout as delay } from 'node:timers/promises';
import { type Cluster, tokenOf } from '@gongwen/example-cluster';
import { type Step, departments, playStep } from '@gongwen/example-sample-city';
import { type Client, createClient } from '@gongwen/sdk';
import kafkajs, { type Kafka } from 'kafkajs';
import { inLanes, printFigure } from './figure.ts';
import { quantile } from './quantile.ts';
import { follow } from './raw-kafka.ts';

const topic = 'bench.raw';
const everyMs = 20;
const warmUp = 50;

/** Publish acknowledged at 50 documents a second, and between each two the same bytes produced and read back raw. */
export async function publishSteadily(cluster: Cluster, kafka: Kafka, steps: Iterator<Step>, count: number) {
  await using echo = await openEcho(kafka);
  const play = playerOf(cluster);
  const ours: number[] = [];
  const raw: number[] = [];
  for (let number = 0; number < count; number++) {
    const next = steps.next();
    if (next.done) break;
    const startedAt = performance.now();
    await play(next.value, number);
    const acknowledged = performance.now() - startedAt;
    const echoed = await echo.send(next.value.documentId, Buffer.from(JSON.stringify(next.value)));
    if (number >= warmUp) {
      ours.push(acknowledged);
      raw.push(echoed);
    }
    await delay(Math.max(0, everyMs - (performance.now() - startedAt)));
  }
  for (const [share, goal] of [
    [0.5, '≤ 2.5'],
    [0.99, 'shown'],
  ] as const) {
    printFigure({
      name: `publish acknowledged, ≤ 50/s, p${share * 100}`,
      ours: quantile(ours, share),
      raw: quantile(raw, share),
      unit: 'ms',
      digits: 1,
      goal,
    });
  }
}

/** Publishes as fast as the publishers take it; how many a second were acknowledged. */
export async function publishBurst(cluster: Cluster, steps: Iterator<Step>): Promise<number> {
  const play = playerOf(cluster);
  let count = 0;
  const startedAt = performance.now();
  await inLanes(32, steps, async (step, lane) => {
    await play(step, lane);
    count++;
  });
  return (count * 1000) / (performance.now() - startedAt);
}

function playerOf(cluster: Cluster): (step: Step, turn: number) => Promise<unknown> {
  const clients = cluster
    .of('publisher')
    .map(
      ({ url }) =>
        new Map(
          Object.values(departments).map(({ id }) => [
            id,
            createClient({ baseUrl: url, token: tokenOf(id) }),
          ]),
        ),
    );
  return (step, turn) => {
    const client = clients[Math.abs(turn) % clients.length]?.get(step.department.id);
    return playStep(client as Client, textOnly(step));
  };
}

function textOnly(step: Step): Step {
  if (step.name !== 'publish') return step;
  const { original: _original, ...without } = step;
  return without;
}

/** Produces a record, acknowledged by all copies, and waits until a consumer has it. */
async function openEcho(kafka: Kafka) {
  const admin = kafka.admin();
  await admin.createTopics({ topics: [{ topic, numPartitions: 1 }], waitForLeaders: true });
  await admin.disconnect();
  const waiting = new Map<string, () => void>();
  const consumer = kafka.consumer({ groupId: 'bench-raw' });
  await follow(consumer, topic, (_partition, _offset, { key }) => waiting.get(key)?.());
  const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  await producer.connect();
  return {
    async send(key: string, value: Buffer): Promise<number> {
      const startedAt = performance.now();
      const back = new Promise<void>((resolve) => waiting.set(key, resolve));
      await producer.send({ topic, acks: -1, messages: [{ key, value }] });
      await back;
      waiting.delete(key);
      return performance.now() - startedAt;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([producer.disconnect(), consumer.disconnect()]);
    },
  };
}
