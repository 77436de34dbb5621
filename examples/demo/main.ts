import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { departments, playStep, sampleCity, expectedEvents } from '@gongwen/example-sample-city';
import { compareStores } from '@gongwen/checker';
import { hashKey, scopes, startLocal } from '@gongwen/local';
import { createClient, webhooks } from '@gongwen/sdk';
import { holdingsOf, startLibraryProcess } from './library-process.ts';
import { showStages } from './stage-table.ts';

const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } });
const directory = mkdtempSync(join(tmpdir(), 'gongwen-demo-'));
const keys = webhooks.generateKeys();
const steps = sampleCity();
const events = expectedEvents(steps, new Date().toISOString().slice(0, 10));
const secret = (id: string) => `demo-${id}`;

// 1. the province, a process of its own; 2. the whole system in this one
await using library = await startLibraryProcess(keys.publicKey);
await using system = await startLocal({
  dataDirectory: directory,
  departments: Object.values(departments).map(({ agencyCode: _code, ...department }) => ({
    ...department,
    keys: [{ id: 'demo', sha256: hashKey(secret(department.id)), scopes }],
  })),
  target: { name: 'province', url: `${library.url}/events`, privateKey: keys.privateKey },
});
process.once('exit', () => rmSync(directory, { recursive: true, force: true }));

// 3. every department publishes, amends, repeals … through the SDK
const startedAt = Date.now();
console.log(
  `临澜市（虚构）：${steps.length} 个命令，${events} 个事件 / ${steps.length} commands, ${events} events of an invented city`,
);
using table = showStages(system, events);
for (const step of steps) {
  const client = createClient({ baseUrl: system.url, token: secret(step.department.id) });
  await playStep(client, step);
}
await table.finished;

// 4. the log, the archive, the index and the province must agree
const { documents, differences } = await compareStores(system, await holdingsOf(library.url));
const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
for (const { sink, documentId, expected, found } of differences) {
  console.log(`✗ ${sink} ${documentId}: expected ${expected}, found ${found}`);
}
if (differences.length > 0) process.exitCode = 1;
else
  console.log(
    `✓ ${documents} 件文件：日志 = 存档 = 索引 = 省文件库，用时 ${seconds} s / all four stores agree`,
  );

const [sample] = steps.filter(({ name }) => name === 'repeal');
const path = sample?.documentId ?? '';
console.log(`
检索 search         ${system.url}/
一个文件 document   ${system.url}/documents/${path}
一码通查 QR page    ${system.url}/qr/${path}
省文件库 province   ${library.url}/`);

if (!values.once) {
  console.log('\n按 Ctrl-C 结束 / Ctrl-C ends');
  await new Promise((resolve) => {
    process.once('SIGINT', resolve).once('SIGTERM', resolve);
  });
}
