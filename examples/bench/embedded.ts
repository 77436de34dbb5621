import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Step, departments, generateDocuments, playStep } from '@gongwen/example-sample-city';
import { type LocalSystem, hashKey, scopes, startLocal } from '@gongwen/local';
import { type Client, createClient } from '@gongwen/sdk';
import { quantile } from './quantile.ts';

interface Bench {
  readonly system: LocalSystem;
  readonly clientOf: (step: Step) => Client;
}

/** Figures of the embedded system: its publishers, consumers and stores in this process. */
export async function benchEmbedded({ documents, steady }: { documents: number; steady: number }) {
  const directory = mkdtempSync(join(tmpdir(), 'gongwen-bench-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  await using system = await startLocal({
    dataDirectory: directory,
    departments: Object.values(departments).map(({ agencyCode: _code, ...department }) => ({
      ...department,
      keys: [{ id: 'bench', sha256: hashKey(department.id), scopes }],
    })),
  });
  const clients = new Map(
    Object.values(departments).map(({ id }) => [id, createClient({ baseUrl: system.url, token: id })]),
  );
  const clientOf = ({ department }: Step) => clients.get(department.id) as Client;
  await atSteadyRate({ system, clientOf }, steady);
  await bulk({ system, clientOf }, documents);
  await idle();
}

/** Publish acknowledged at 50 documents a second, and between each two the same bytes appended and read back raw. */
async function atSteadyRate({ system, clientOf }: Bench, count: number): Promise<void> {
  const published: number[] = [];
  const raw: number[] = [];
  for (const step of generateDocuments(count, 3)) {
    if (step.name !== 'publish') continue;
    const { original: _original, ...textOnly } = step;
    const startedAt = performance.now();
    await playStep(clientOf(step), textOnly);
    published.push(performance.now() - startedAt);
    raw.push(await appendAndReadBack(system, Buffer.from(JSON.stringify(step.command))));
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, 20 - (performance.now() - startedAt))));
  }
  const [ours, theirs] = [published, raw].map((times) => ({
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  }));
  console.log(
    `publish acknowledged, ≤ 50/s, ${count} documents: p50 ${ours?.p50.toFixed(1)} ms, p99 ${ours?.p99.toFixed(1)} ms`,
  );
  console.log(
    `raw append + read back of the same bytes:        p50 ${theirs?.p50.toFixed(1)} ms, p99 ${theirs?.p99.toFixed(1)} ms`,
  );
  console.log(`ratio p50 ${((ours?.p50 ?? 0) / (theirs?.p50 ?? 1)).toFixed(2)}`);
}

async function appendAndReadBack(system: LocalSystem, value: Uint8Array): Promise<number> {
  const topic = 'bench.raw';
  await system.log.ensureTopics([{ name: topic, partitions: 1, cleanup: 'delete' }]);
  const startedAt = performance.now();
  const [position] = await system.log.append(topic, [{ key: 'k', value }]);
  const signal = AbortSignal.timeout(5_000);
  for await (const batch of system.log.read(topic, new Map([[0, position?.offset ?? 0]]), { signal })) {
    if (batch.length > 0) break;
  }
  return performance.now() - startedAt;
}

/** The stock of a city, 16 at once; the rate of the last tenth beside the first, and the process’s memory. */
async function bulk({ system, clientOf }: Bench, count: number): Promise<void> {
  const startedAt = performance.now();
  const finished: number[] = [];
  let peakBytes = 0;
  const steps = generateDocuments(count, 1);
  const workers = Array.from({ length: 16 }, async () => {
    for (let next = steps.next(); !next.done; next = steps.next()) {
      await playStep(clientOf(next.value), next.value);
      finished.push(performance.now() - startedAt);
      if (finished.length % 100 === 0) peakBytes = Math.max(peakBytes, process.memoryUsage().rss);
    }
  });
  await Promise.all(workers);
  const acknowledged = (performance.now() - startedAt) / 1000;
  await settled(system);
  const total = (performance.now() - startedAt) / 1000;
  const tenth = Math.floor(count / 10);
  const rate = (from: number, to: number) =>
    ((to - from) * 1000) / ((finished[to - 1] ?? 1) - (finished[from] ?? 0));
  const [first, last] = [rate(0, tenth), rate(count - tenth, count)];
  console.log(
    `${count} documents, 20 % with a 200 kB original: acknowledged ${acknowledged.toFixed(1)} s, stored and indexed ${total.toFixed(1)} s`,
  );
  console.log(
    `first tenth ${first.toFixed(0)}/s, last tenth ${last.toFixed(0)}/s, ratio ${(last / first).toFixed(2)}`,
  );
  console.log(`memory (with the clients in the same process): peak ${(peakBytes / 1024 ** 2).toFixed(0)} MB`);
}

async function settled({ view }: LocalSystem): Promise<void> {
  for (;;) {
    const { events, stages } = view.summary();
    if (['stored', 'indexed'].every((stage) => (stages[stage]?.['done'] ?? 0) >= events)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function idle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const before = process.cpuUsage();
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  const { user, system: kernel } = process.cpuUsage(before);
  console.log(`idle for 10 s: ${((user + kernel) / 100_000).toFixed(2)} % of a core`);
}
