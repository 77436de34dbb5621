import { setTimeout as delay } from 'node:timers/promises';
import type { EngineProcess, EngineProcesses } from '@gongwen/engines';
import type { Cluster, Role } from '@gongwen/example-cluster';
import type { LibraryProcess } from '@gongwen/example-demo/library-process.ts';
import type { Plan } from './plan.ts';
import type { SearchProxy } from './search-proxy.ts';

export interface InjectOptions {
  readonly cluster: Cluster;
  readonly engines: EngineProcesses;
  readonly searchProxy: SearchProxy;
  readonly library: LibraryProcess;
  readonly plan: Plan;
  readonly random: () => number;
  readonly say: (what: string) => void;
}

type Counts = Record<string, number>;

const killedRoles: readonly Role[] = ['publisher', 'archiver', 'indexer', 'syndicator', 'portal'];
const frozenRoles = ['archiver', 'indexer', 'syndicator'] as const;

/** One fault after another in random order, each with some quiet behind it; a frozen consumer meanwhile. */
export async function injectFaults(options: InjectOptions): Promise<Counts & { isComplete: boolean }> {
  const { random, say } = options;
  const counts: Counts = {};
  const count = (fault: string) => (counts[fault] = (counts[fault] ?? 0) + 1);
  const faults = shuffled(faultsOf(options), random);
  const freezing = freezeEachConsumer(options, count);
  for (const [index, { name, inject }] of faults.entries()) {
    await inject();
    count(name);
    if (index % 10 === 9) say(`${index + 1} of ${faults.length} faults`);
    await delay(random() * 1_000);
  }
  await freezing;
  const injected = Object.values(counts).reduce((sum, made) => sum + made, 0);
  const isComplete = injected === faults.length + frozenRoles.length;
  await Promise.all(options.cluster.processes.map((each) => each.ready()));
  return Object.assign(counts, { isComplete }) as Counts & { isComplete: boolean };
}

interface Fault {
  readonly name: string;
  readonly inject: () => Promise<void>;
}

function faultsOf({ cluster, engines, searchProxy, library, plan, random }: InjectOptions): readonly Fault[] {
  const restarted = (engine: EngineProcess) => async () => {
    await engine.kill();
    await delay(random() * 1_000);
    await engine.start();
  };
  const away = async (leave: () => Promise<void> | void, come: () => Promise<void> | void) => {
    await leave();
    await delay(plan.awaySeconds * 1_000);
    await come();
  };
  return [
    ...killedRoles.flatMap((role) =>
      times(plan.killsOfEachRole, `kill ${role}`, async () => {
        const processes = cluster.of(role);
        await processes[Math.floor(random() * processes.length)]?.kill();
      }),
    ),
    ...times(plan.killsOfBroker, 'kill broker', restarted(engines.kafka)),
    ...times(plan.killsOfSearch, 'kill OpenSearch', restarted(engines.opensearch)),
    ...times(plan.killsOfStore, 'kill object store', restarted(engines.s3)),
    ...times(1, 'OpenSearch busy (429)', () =>
      away(
        () => searchProxy.answer(429),
        () => searchProxy.pass(),
      ),
    ),
    ...times(1, 'OpenSearch away', () =>
      away(
        () => searchProxy.hangUp(),
        () => searchProxy.pass(),
      ),
    ),
    ...times(1, 'province away', () =>
      away(
        () => library.mode({ down: true }),
        () => library.mode({}),
      ),
    ),
  ];
}

function times(count: number, name: string, inject: () => Promise<void>): readonly Fault[] {
  return Array.from({ length: count }, () => ({ name, inject }));
}

/** A member that is frozen past its session loses its partitions, and must do no harm when it goes on. */
async function freezeEachConsumer(
  { cluster, plan }: InjectOptions,
  count: (fault: string) => void,
): Promise<void> {
  for (const role of frozenRoles) {
    const [, second] = cluster.of(role);
    let frozen: number | undefined;
    do {
      frozen = second?.pid;
      second?.freeze();
      await delay(plan.frozenSeconds * 1_000);
      second?.thaw();
    } while (second?.pid !== frozen); // killed meanwhile: what was started anew was never frozen
    count(`freeze ${role}`);
    await delay(2_000);
  }
}

function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
