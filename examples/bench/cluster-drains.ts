import { setTimeout as delay } from 'node:timers/promises';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { EngineProcesses } from '@gongwen/engines';
import { type Role, startCluster } from '@gongwen/example-cluster';
import type { LibraryProcess } from '@gongwen/example-demo/library-process.ts';
import { webhooks } from '@gongwen/sdk';
import type { Kafka } from 'kafkajs';
import { inLanes, rateOf } from './figure.ts';
import { type RawRecord, readTopic } from './raw-kafka.ts';

export const events = 'documents.events';
const receipts = 'documents.receipts';

export interface DrainOptions {
  readonly engines: EngineProcesses;
  readonly kafka: Kafka;
  readonly target: { readonly url: string; readonly privateKey: string };
}

const nobody = { publisher: 0, archiver: 0, indexer: 0, syndicator: 0, portal: 0 };

/** Starts one process of a role on what waits in the log; how many events a second it tells of as done. */
export async function drain(
  { engines, kafka, target }: DrainOptions,
  role: Role & ('archiver' | 'syndicator'),
  waiting: readonly RawRecord[],
): Promise<number> {
  {
    await using alone = await startCluster({ engines, target, count: { ...nobody, [role]: 1 } });
    await caughtUp(kafka, [role === 'archiver' ? 'archiver' : 'syndicator-province']);
    if (alone.processes.some(({ failures }) => failures > 0)) throw new Error(`the ${role} failed`);
  }
  const stage = role === 'archiver' ? 'stored' : 'delivered';
  const ids = new Set(waiting.map(({ value }) => (JSON.parse(String(value)) as { id: string }).id)); // an event
  const instants: number[] = [];
  await readTopic(kafka, receipts, ({ value }) => {
    const receipt = JSON.parse(String(value)) as { eventId: string; stage: string; at: string }; // of our schema
    if (receipt.stage === stage && ids.has(receipt.eventId)) instants.push(Date.parse(receipt.at));
  });
  if (instants.length < ids.size) throw new Error(`${instants.length} of ${ids.size} events are ${stage}`);
  return rateOf(instants);
}

/** Resolves when the groups have committed all of the log. */
export async function caughtUp(kafka: Kafka, groups: readonly string[]): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  for (;;) {
    const ends = new Map(
      (await admin.fetchTopicOffsets(events)).map(({ partition, high }) => [partition, Number(high)]),
    );
    const behind = await Promise.all(
      groups.map(async (groupId) => {
        const [committed] = await admin.fetchOffsets({ groupId, topics: [events] });
        return committed?.partitions.some(
          ({ partition, offset }) => Number(offset) < (ends.get(partition) ?? 0),
        );
      }),
    );
    if (!behind.some((isBehind) => isBehind)) break;
    await delay(200);
  }
  await admin.disconnect();
}

/** The same bytes put by the client that ours uses, each only where there is nothing. */
export async function rawPuts({ engines }: DrainOptions, prefix: string, records: readonly RawRecord[]) {
  const { endpoint, region, accessKeyId, secretAccessKey } = engines.engines.s3;
  const credentials = { accessKeyId, secretAccessKey };
  const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  const instants = await inLanes(16, records.values(), ({ key, value }) =>
    client.send(
      new PutObjectCommand({
        Bucket: engines.bucket,
        Key: `${prefix}/${key}`,
        Body: value,
        IfNoneMatch: '*',
      }),
    ),
  );
  client.destroy();
  return rateOf(instants);
}

/** The same bodies, signed beforehand, posted to a library that is as slow. */
export async function rawPosts(
  { target }: DrainOptions,
  library: LibraryProcess,
  records: readonly RawRecord[],
) {
  const requests = records.map(({ value }) => {
    const body = String(value);
    const { id } = JSON.parse(body) as { id: string }; // an event
    const signed = webhooks.sign({ id, timestamp: new Date(), body, privateKey: target.privateKey });
    return { method: 'POST', body, headers: { ...signed, 'content-type': 'application/cloudevents+json' } };
  });
  const instants = await inLanes(16, requests.values(), async (request) => {
    const answer = await fetch(`${library.url}/events`, request);
    if (!answer.ok) throw new Error(`the library answers ${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
  });
  return rateOf(instants);
}
