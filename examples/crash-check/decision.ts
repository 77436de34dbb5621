// A clean-up decision of 2 274 targets (the largest that a province has published) on the embedded system: how long until
// every target has its event; then the same with a SIGKILL in the middle. Each target must have exactly one.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePorts } from '@gongwen/engines';
import { reviewed } from '@gongwen/example-sample-city';
import { openData } from '@gongwen/local';
import { type Client, createClient } from '@gongwen/sdk';
import { killServer, startServer } from './server-process.ts';

const { values } = parseArgs({ options: { targets: { type: 'string', default: '2274' } } });
const count = Number(values.targets);
const directory = mkdtempSync(join(tmpdir(), 'gongwen-decision-'));
process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
const data = join(directory, 'data');
const port = await freePorts(1);
const options = { data, port };

let server = await startServer(options);
const { tokens } = JSON.parse(readFileSync(join(data, 'keys.json'), 'utf8')) as DevelopmentKeys; // of `gongwen dev`
const client = createClient({ baseUrl: `http://127.0.0.1:${port}`, token: tokens['ll-office'] ?? '' });

await publishTargets(client, 'a');
await publishTargets(client, 'b');

let startedAt = performance.now();
await client.documents.publish(decisionOf('a'));
const acknowledgedMs = performance.now() - startedAt;
await applied('a', count);
report(
  `decision of ${count} targets acknowledged after ${seconds(acknowledgedMs)}, all derived after`,
  startedAt,
);

startedAt = performance.now();
await client.documents.publish(decisionOf('b'));
const before = await applied('b', Math.floor(count / 3));
await killServer(server);
server = await startServer(options);
const after = (await countsOf('b'))['applied'] ?? 0;
await applied('b', count);
report(
  `the same, killed at ${before} and restarted (${after} when it answered again), all derived after`,
  startedAt,
);
await killServer(server);

await using opened = await openData(data);
const wrong = ['a', 'b'].flatMap((set) =>
  targetsIn(set).filter((id) => opened.view.history(id).length !== 2),
);
const { events, alarms } = opened.view.summary();
const isWell = wrong.length === 0 && events === 4 * count + 2 && Object.keys(alarms).length === 0;
console.log(`${events} admitted events, ${wrong.length} targets with another number of events than two`);
console.log(isWell ? '✓ each target was ended exactly once' : '✗ not exactly once');
process.exitCode = isWell ? 0 : 1;

async function publishTargets({ documents }: Client, set: string): Promise<void> {
  const ids = targetsIn(set).values();
  const work = async () => {
    for (const documentId of ids)
      await documents.publish(reviewed({ documentId, document: paper(documentId) }));
  };
  await Promise.all(Array.from({ length: 32 }, work));
}

function targetsIn(set: string): string[] {
  return Array.from({ length: count }, (_, index) => `ll-office:${set}-${index + 1}`);
}

function paper(documentId: string) {
  const [, set, sequence] = /:(\w)-(\d+)$/.exec(documentId) ?? [];
  return {
    docClass: 'other_policy_document' as const,
    title: `关于第${sequence}项工作安排的通知（${set}）`,
    documentNumber: { raw: numberOf(set ?? '', Number(sequence)) },
    issuers: [{ name: '临澜市人民政府办公室' }],
    issuedOn: '2012-03-01',
    publishedOn: '2012-03-05',
    disclosure: 'active' as const,
    body: { text: '请各单位按照分工抓好落实。' },
  };
}

function numberOf(set: string, sequence: number): string {
  return `临澜政办${set === 'a' ? '发' : '字'}〔2012〕${sequence}号`;
}

function decisionOf(set: string) {
  const relations = targetsIn(set).map((_, index) => ({
    type: 'declares_lapsed' as const,
    target: { number: numberOf(set, index + 1) },
    reasonCode: 'task_completed' as const,
  }));
  const document = {
    ...paper(`ll-office:${set}-0`),
    docClass: 'lifecycle_decision' as const,
    title: `关于宣布失效一批文件的决定（${set}）`,
    documentNumber: { raw: `临澜政办发〔2026〕${set === 'a' ? 1 : 2}号` },
    issuedOn: '2026-11-20',
    publishedOn: '2026-11-20',
    relations,
  };
  return reviewed({ documentId: `ll-office:decision-${set}`, document });
}

async function countsOf(set: string): Promise<Record<string, number>> {
  return (await client.documents.targets(`ll-office:decision-${set}`)).counts;
}

/** @returns how many of the targets have their event, once so many have */
async function applied(set: string, wanted: number): Promise<number> {
  for (;;) {
    const done = (await countsOf(set))['applied'] ?? 0;
    if (done >= wanted) return done;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function report(what: string, since: number): void {
  console.log(`${what} ${seconds(performance.now() - since)}`);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

interface DevelopmentKeys {
  readonly tokens: Readonly<Record<string, string>>;
}
