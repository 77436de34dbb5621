// Kills the embedded system with SIGKILL at 20 random moments of an import, starts it again each time, imports again,
// while a client publishes and amends. Then every answer it had is held against the log, and log, archive, index and
// province against each other. Seed and figures are printed; any difference is an exit code of 1.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePorts } from '@gongwen/engines';
import { holdingsOf, startLibraryProcess } from '@gongwen/example-demo/library-process.ts';
import { createRandom, generateDocuments } from '@gongwen/example-sample-city';
import { checkHistory, compareStores, foldLog, openClientHistory } from '@gongwen/checker';
import { openData } from '@gongwen/local';
import { startPublishing } from './publish-meanwhile.ts';
import { importFiles, killServer, startServer } from './server-process.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    kills: { type: 'string', default: '20' },
  },
});
const documents = 472;
const kills = Number(values.kills);
const seed = Number(values.seed);
const directory = mkdtempSync(join(tmpdir(), 'gongwen-crash-'));
process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
const data = join(directory, 'data');
const file = positionals[0] ?? writeGenerated(join(directory, 'generated.jsonl'));

// the keys must be there before the library can know the public one: a first, short start makes them
const port = await freePorts(1);
await killServer(await startServer({ data, port, province: 'http://127.0.0.1:9/events' }));
const keys = JSON.parse(readFileSync(join(data, 'keys.json'), 'utf8')) as DevelopmentKeys; // of `gongwen dev`
await using library = await startLibraryProcess(keys.signing.publicKey);
const options = { data, port, province: `${library.url}/events` };

console.log(`seed ${seed}, ${kills} × SIGKILL during the import of ${file.split('/').at(-1)}`);
const random = createRandom(seed);
let during = 0;
using history = openClientHistory(join(directory, 'operations.jsonl'));
let publishing: ReturnType<typeof startPublishing> | undefined;
for (let kill = 1; kill <= kills; kill++) {
  const server = await startServer(options);
  publishing ??= startPublishing({ port, token: keys.tokens['ll-hrss'] ?? '' }, history);
  let isImporting = true;
  const importing = importFiles(options, file, 4).finally(() => {
    isImporting = false;
  });
  await new Promise((resolve) => setTimeout(resolve, 250 + random() * 450));
  if (isImporting) during++;
  await killServer(server);
  // the importer goes on as soon as somebody answers again; a new one would do as well
  const restarted = await startServer(options);
  await new Promise((resolve) => setTimeout(resolve, random() * 100));
  await killServer(restarted);
  void importing;
}
const server = await startServer(options);
const { code, output, words } = await importFiles(options, file, 16);
if (output === '') throw new Error(`the last import ended with ${code}: ${words.slice(-2_000)}`);
await publishing?.finish();
const summary = JSON.parse(output) as Record<string, number>;
await settled();
await killServer(server);

await using opened = await openData(data);
const comparison = await compareStores(opened, await holdingsOf(library.url));
const { documents: found, differences } = comparison;
const findings = checkHistory({
  operations: history.operations,
  facts: await ownFacts(),
  comparison,
  observations: await library.history(),
});
const { alarms, events } = opened.view.summary();
console.log(`killed ${2 * kills} times, ${during} of them during an import; last import: exit code ${code}`);
console.log(
  `read ${summary['read']}, imported ${summary['imported']}, already there ${summary['alreadyThere']}, merged ${summary['merged']}, rejected ${summary['rejected']}`,
);
console.log(
  `${found} documents, ${events} admitted events, alarms ${JSON.stringify(alarms)}, differences ${differences.length}`,
);
console.log(
  `a client had ${history.operations.length} definite answers meanwhile; against the log: ${findings.length} findings`,
);
for (const finding of findings.slice(0, 20)) console.log(finding);
const isWell = findings.length === 0 && history.operations.length > 0 && Object.keys(alarms).length === 0;
console.log(isWell ? '✓ every document once, all four stores agree' : '✗ the stores differ');
process.exitCode = isWell ? 0 : 1;

/** What the log says of the documents of the client that recorded its answers; the importer keeps no such record. */
async function ownFacts() {
  const facts = await foldLog(opened.log);
  const own = new Set(history.operations.map(({ documentId }) => documentId));
  return { ...facts, documents: new Map([...facts.documents].filter(([documentId]) => own.has(documentId))) };
}

/** Waits until every stage has reported on every event, by the system’s own metrics of the log. */
async function settled(): Promise<void> {
  for (;;) {
    await using look = await openData(data);
    const { events: all, stages } = look.view.summary();
    const isDone = ['stored', 'indexed', 'delivered'].every((stage) => (stages[stage]?.['done'] ?? 0) >= all);
    if (isDone) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function writeGenerated(path: string): string {
  const commands = [...generateDocuments(documents, 11)].flatMap((step) =>
    step.name === 'publish' ? [{ document: step.command.document }] : [],
  );
  writeFileSync(path, commands.map((command) => `${JSON.stringify(command)}\n`).join(''));
  return path;
}

interface DevelopmentKeys {
  readonly tokens: Readonly<Record<string, string>>;
  readonly signing: { readonly publicKey: string };
}
