import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './at-exit.ts';
import { type EngineProcess, engineProcess } from './engine-process.ts';
import type { RunningEngines } from './engines.ts';
import { freePorts } from './free-ports.ts';

export interface ProcessOptions {
  /** Kafka brokers, 1 or 3. Default 1. */
  readonly brokers?: 1 | 3;
  /** Kafka tells clients of its second listener to come back to this port: a fault proxy’s. */
  readonly proxyPort?: number;
  /** JVM heap of OpenSearch. Default 512m. */
  readonly searchHeap?: string;
  /** Default true: OpenSearch starts in half the time and runs at a third of its speed. Not for benchmarks. */
  readonly quickStart?: boolean;
}

/** Engines as processes of this machine, each to be killed and started again by itself. */
export interface EngineProcesses extends RunningEngines {
  readonly kafka: EngineProcess;
  readonly s3: EngineProcess;
  readonly opensearch: EngineProcess;
  /** A bucket that is there already. */
  readonly bucket: string;
  /** Kafka’s second listener, for what comes through a proxy. */
  readonly kafkaProxied: { readonly host: string; readonly port: number };
}

const bucket = 'gongwen';
const account = { accessKeyId: 'testkey', secretAccessKey: 'testsecret' };

/** Starts all three on free ports below a temporary folder that goes with them. */
export async function startProcesses({
  brokers = 1,
  proxyPort,
  searchHeap = '512m',
  quickStart = true,
}: ProcessOptions = {}): Promise<EngineProcesses> {
  await using starting = new AsyncDisposableStack();
  const directory = await mkdtemp(join(tmpdir(), 'gongwen-engines-'));
  starting.defer(() => rm(directory, { recursive: true, force: true, maxRetries: 5 }));
  const kafkaPort = await freePorts(10 * brokers);
  const kafka = engineProcess('kafka', {
    DIR: join(directory, 'kafka'),
    PORT: String(kafkaPort),
    NODES: String(brokers),
    ...(proxyPort !== undefined && { PROXY_PORT: String(proxyPort) }),
  });
  await mkdir(join(directory, 's3', 'objects', bucket), { recursive: true }); // a bucket is a folder there
  const s3 = engineProcess('s3', {
    DIR: join(directory, 's3'),
    PORT: String(await freePorts(1)),
    ACCESS_KEY: account.accessKeyId,
    SECRET_KEY: account.secretAccessKey,
  });
  const opensearch = engineProcess('opensearch', {
    DIR: join(directory, 'opensearch'),
    PORT: String(await freePorts(101)),
    HEAP: searchHeap,
    ...(quickStart && { JVM_OPTS: '-XX:TieredStopAtLevel=1' }),
  });
  const all = [kafka, s3, opensearch];
  for (const engine of all) starting.defer(() => engine.stop());
  // who starts them may be ended by a signal, and they would stay
  const killNow = () => {
    for (const engine of all) engine.killNow();
    rmSync(directory, { recursive: true, force: true });
  };
  starting.defer(atExit(killNow));
  const [bootstrap, endpoint, url] = await Promise.all([kafka.start(), s3.start(), opensearch.start()]);
  const running = starting.move();
  return {
    engines: {
      kafka: { brokers: bootstrap.split(',') },
      s3: { endpoint, region: 'us-east-1', ...account },
      opensearch: { url },
    },
    origin: 'processes',
    kafka,
    s3,
    opensearch,
    bucket,
    kafkaProxied: { host: '127.0.0.1', port: kafkaPort + 2 },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}
