import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from '@gongwen/engines/at-exit.ts';
import { type EngineProcesses, freePorts } from '@gongwen/engines';
import { departments } from '@gongwen/example-sample-city';
import { hashKey, scopes } from '@gongwen/local';
import { type Role, type RoleProcess, startRole } from './role-process.ts';
import { gongwen } from './gongwen-command.ts';

export interface ClusterOptions {
  readonly engines: EngineProcesses;
  /** The province: where its events go, and the key that signs them. */
  readonly target: { readonly url: string; readonly privateKey: string };
  /** Publishers reach Kafka through this address, e.g. a proxy’s. Default: directly. */
  readonly publisherBrokers?: string;
  /** Everybody reaches OpenSearch here, e.g. through a proxy. Default: directly. */
  readonly searchUrl?: string;
  readonly partitions?: number;
  /** How many of each role; default 2 publishers, 2 of each consumer, 1 portal. */
  readonly count?: Partial<Readonly<Record<Role, number>>>;
}

export interface Cluster extends AsyncDisposable {
  readonly directory: string;
  readonly processes: readonly RoleProcess[];
  of(role: Role): readonly RoleProcess[];
  /** For `gongwen` commands. */
  readonly environment: Readonly<Record<string, string>>;
}

const usual: Readonly<Record<Role, number>> = {
  publisher: 2,
  archiver: 2,
  indexer: 2,
  syndicator: 2,
  portal: 1,
};

/** The key of a department of the sample city. */
export const tokenOf = (department: string) => `cluster-${department}`;

/** Makes the topics, then starts every role as a process of its own. Resolves when all of them are ready. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const directory = mkdtempSync(join(tmpdir(), 'gongwen-cluster-'));
  await using starting = new AsyncDisposableStack();
  const remove = () => rmSync(directory, { recursive: true, force: true });
  const letGo = atExit(remove);
  starting.defer(() => {
    remove();
    letGo();
  });
  const environment = environmentOf(options, directory);
  const topics = await gongwen(['topics', 'ensure'], environment);
  if (topics.code !== 0) throw new Error(topics.talk);
  const processes: RoleProcess[] = [];
  for (const role of Object.keys(usual) as Role[]) {
    for (let number = 1; number <= (options.count?.[role] ?? usual[role]); number++) {
      const name = `${role}-${number}`;
      const started = startRole({
        role,
        name,
        port: await freePorts(1),
        logFile: join(directory, `${name}.log`),
        environment: { ...environment, GONGWEN_DATA: join(directory, name), ...ownSettings(role, options) },
      });
      processes.push(starting.use(started));
    }
  }
  await Promise.all(processes.map((each) => each.ready()));
  const running = starting.move();
  return {
    directory,
    processes,
    environment,
    of: (role) => processes.filter((each) => each.role === role),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

function environmentOf({ engines, target, searchUrl, partitions = 12 }: ClusterOptions, directory: string) {
  const { kafka, s3, opensearch } = engines.engines;
  return {
    GONGWEN_KAFKA_BROKERS: kafka.brokers.join(','),
    GONGWEN_KAFKA_COPIES: kafka.brokers.length >= 3 ? '3' : '1',
    GONGWEN_KAFKA_PARTITIONS: String(partitions),
    GONGWEN_S3_ENDPOINT: s3.endpoint,
    GONGWEN_S3_BUCKET: engines.bucket,
    GONGWEN_S3_ACCESS_KEY_ID: s3.accessKeyId,
    GONGWEN_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
    GONGWEN_OPENSEARCH_URL: searchUrl ?? opensearch.url,
    GONGWEN_OPENSEARCH_REPLICAS: '0',
    GONGWEN_DEPARTMENTS: writeDepartments(directory),
    GONGWEN_REQUESTS_PER_SECOND: '100000',
    GONGWEN_TARGET_NAME: 'province',
    GONGWEN_TARGET_URL: target.url,
    GONGWEN_TARGET_SIGNING_KEY: target.privateKey,
    GONGWEN_PUBLIC_URL: 'https://gongwen.example.gov.cn',
    GONGWEN_DATA: join(directory, 'operator'),
    GONGWEN_LOG_LEVEL: 'warn',
  };
}

function ownSettings(role: Role, { publisherBrokers }: ClusterOptions): Record<string, string> {
  return role === 'publisher' && publisherBrokers !== undefined
    ? { GONGWEN_KAFKA_BROKERS: publisherBrokers }
    : {};
}

function writeDepartments(directory: string): string {
  const path = join(directory, 'departments.json');
  const registered = Object.values(departments).map(({ agencyCode: _code, ...department }) => ({
    ...department,
    keys: [{ id: 'cluster', sha256: hashKey(tokenOf(department.id)), scopes }],
  }));
  writeFileSync(path, JSON.stringify(registered));
  return path;
}
