import { type EngineProcesses, startProcesses } from '@gongwen/engines';
import { type Cluster, startCluster } from '@gongwen/example-cluster';
import { type LibraryProcess, startLibraryProcess } from '@gongwen/example-demo/library-process.ts';
import { type Step, generateDocuments } from '@gongwen/example-sample-city';
import { webhooks } from '@gongwen/sdk';
import { type DrainOptions, caughtUp, drain, events, rawPosts, rawPuts } from './cluster-drains.ts';
import { watchMemory } from './cluster-memory.ts';
import { publishBurst, publishSteadily } from './cluster-publish.ts';
import { measureRebuild } from './cluster-rebuild.ts';
import { printFigure } from './figure.ts';
import { quantile } from './quantile.ts';
import { type RawRecord, connectRawKafka, readTopic } from './raw-kafka.ts';

export interface ClusterBench {
  /** At how many documents to rebuild, ascending; memory is looked at up to the last. */
  readonly documents: readonly number[];
  /** Publications at 50 a second. */
  readonly steady: number;
}

interface Bench extends DrainOptions {
  /** The province, and one beside it for the raw loop. */
  readonly libraries: readonly [LibraryProcess, LibraryProcess];
  /** The next publications of the city’s stock. */
  readonly take: (count: number) => Iterator<Step>;
}

const rounds = 3;
const latencyMs = 20;
const samplesOfMemory = 20;

/** Figures of a cluster on real engines on this machine, each in turn with a raw loop that does the same. */
export async function benchCluster({ documents, steady }: ClusterBench): Promise<void> {
  const stock = generateDocuments(documents.at(-1) ?? 0, 1);
  await using engines = await startProcesses({ searchHeap: '2g', quickStart: false });
  const keys = webhooks.generateKeys();
  await using library = await startLibraryProcess(keys.publicKey, { allowFaults: true });
  await using rawLibrary = await startLibraryProcess(keys.publicKey, { allowFaults: true });
  const bench: Bench = {
    engines,
    kafka: connectRawKafka(engines.engines.kafka.brokers),
    target: { url: `${library.url}/events`, privateKey: keys.privateKey },
    libraries: [library, rawLibrary],
    take: (count) => nextOf(stock, count),
  };
  const atOnce = Math.min(3_600, Math.floor(((documents[0] ?? 0) - steady) / (rounds + 1)));
  await benchParts(bench, steady, atOnce);
  await benchWhole(bench, documents, steady + rounds * atOnce);
}

/** One part at work at a time: the publishers, then one consumer of what waits, and in turn the raw loop. */
async function benchParts(bench: Bench, steady: number, atOnce: number): Promise<void> {
  const { engines, kafka, target, libraries, take } = bench;
  const publishing = async <Result>(publisher: number, work: (cluster: Cluster) => Promise<Result>) => {
    const count = { publisher, archiver: 0, indexer: 0, syndicator: 0, portal: 0 };
    await using cluster = await startCluster({ engines, target, count });
    return await work(cluster);
  };
  await publishing(1, (cluster) => publishSteadily(cluster, kafka, take(steady), steady));

  const rates: Record<string, [ours: number, raw: number][]> = { publish: [], archive: [], province: [] };
  const seen = new Set<string>();
  for (const each of libraries) await each.mode({ latencyMs });
  for (let round = 0; round < rounds; round++) {
    const burst = await publishing(2, (cluster) => publishBurst(cluster, take(atOnce)));
    const waiting: RawRecord[] = [];
    await readTopic(kafka, events, (record) => {
      if (!seen.has(record.key)) waiting.push(record);
      seen.add(record.key);
    });
    rates['publish']?.push([burst, await producerPerformance(engines, waiting)]);
    const stored = await drain(bench, 'archiver', waiting);
    rates['archive']?.push([stored, await rawPuts(bench, `raw-${round}`, waiting)]);
    const delivered = await drain(bench, 'syndicator', waiting);
    rates['province']?.push([delivered, await rawPosts(bench, libraries[1], waiting)]);
  }
  for (const each of libraries) await each.mode({});
  const median = (name: string, place: 0 | 1) =>
    quantile(
      (rates[name] ?? []).map((pair) => pair[place]),
      0.5,
    );
  for (const [name, title, unit, goal] of [
    ['publish', 'burst publish; raw: Kafka’s ProducerPerformance', 'documents/s', 'shown'],
    ['archive', 'archive; raw: PUTs of the same bytes', 'records/s', '≥ 0.9'],
    ['province', `province, ${latencyMs} ms each; raw: POSTs`, 'events/s', '≥ 0.8'],
  ] as const) {
    printFigure({ name: title, ours: median(name, 0), raw: median(name, 1), unit, goal });
  }
}

/** Everything at work while the stock grows; the index is rebuilt at each size. */
async function benchWhole(bench: Bench, sizes: readonly number[], published: number): Promise<void> {
  const { engines, kafka, target, take } = bench;
  const most = sizes.at(-1) ?? 0;
  await using cluster = await startCluster({ engines, target });
  const memory = watchMemory(cluster);
  let done = published;
  for (const size of sizes) {
    while (done < size) {
      const part = Math.min(Math.ceil(most / samplesOfMemory), size - done);
      await publishBurst(cluster, take(part));
      done += part;
      memory.sample(done);
    }
    await caughtUp(kafka, ['archiver', 'indexer', 'syndicator-province']);
    await measureRebuild({
      cluster,
      url: engines.engines.opensearch.url,
      documents: size,
      rounds: size > 50_000 ? 1 : rounds,
    });
  }
  memory.sample(done);
  memory.print();
}

/** Kafka’s own load tool, with records of the same mean size, acknowledged by as many copies. */
async function producerPerformance(
  { kafka }: EngineProcesses,
  records: readonly RawRecord[],
): Promise<number> {
  const bytes = records.reduce((sum, { value }) => sum + value.byteLength, 0) / records.length;
  const output = await kafka.run('perf', 'bench.raw', String(5 * records.length), String(Math.round(bytes)));
  const [, rate] = /([\d.]+) records\/sec/.exec(output.split('\n').at(-1) ?? '') ?? [];
  return Number(rate);
}

/** `take` of an iterator would close it after the first part. */
function* nextOf<Item>(items: Iterator<Item>, count: number): Generator<Item> {
  for (let taken = 0; taken < count; taken++) {
    const next = items.next();
    if (next.done) return;
    yield next.value;
  }
}
