// The demo of main.ts on real Kafka, S3 and OpenSearch, one process a role: `npm run demo:cluster`.
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startProcesses } from '@gongwen/engines';
import { gongwen, startCluster, tokenOf } from '@gongwen/example-cluster';
import { playStep, sampleCity, expectedEvents } from '@gongwen/example-sample-city';
import { createClient, webhooks } from '@gongwen/sdk';
import { startLibraryProcess } from './library-process.ts';

const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } });
const keys = webhooks.generateKeys();
const steps = sampleCity();
const expected = expectedEvents(steps, new Date().toISOString().slice(0, 10));

// 1. the engines and the province; 2. two publishers, two of each consumer, the portal
console.log('启动 Kafka、S3、OpenSearch / starting the engines');
await using engines = await startProcesses();
await using library = await startLibraryProcess(keys.publicKey);
const target = { url: `${library.url}/events`, privateKey: keys.privateKey };
await using cluster = await startCluster({ engines, target });
console.log(cluster.processes.map(({ name }) => name).join(' '));

// 3. every department publishes, amends, repeals … through the SDK, at one publisher and the other in turn
const startedAt = Date.now();
console.log(
  `临澜市（虚构）：${steps.length} 个命令，${expected} 个事件 / ${steps.length} commands, ${expected} events of an invented city`,
);
const publishers = cluster.of('publisher');
for (const [index, step] of steps.entries()) {
  const baseUrl = publishers[index % publishers.length]?.url ?? '';
  await playStep(createClient({ baseUrl, token: tokenOf(step.department.id) }), step);
}
await settled();

// 4. the log, the archive, the index and the province must agree
const verified = await gongwen(['verify', '--province', library.url], cluster.environment);
process.stdout.write(verified.output + verified.talk);
process.exitCode = verified.code;
console.log(`用时 ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);

const [sample] = steps.filter(({ name }) => name === 'repeal');
const portal = cluster.of('portal')[0]?.url ?? '';
console.log(`
检索 search         ${portal}/
一个文件 document   ${portal}/documents/${sample?.documentId}
省文件库 province   ${library.url}/`);
if (!values.once) {
  console.log('\n按 Ctrl-C 结束 / Ctrl-C ends');
  await new Promise((resolve) => {
    process.once('SIGINT', resolve).once('SIGTERM', resolve);
  });
}

/** Waits until every stage has told the log of every event. */
async function settled(): Promise<void> {
  for (;;) {
    const { output } = await gongwen(['status', '--json'], cluster.environment);
    const { stages } = JSON.parse(output) as { stages: Record<string, Record<string, number>> };
    const counts = ['stored', 'indexed', 'delivered'].map((stage) => stages[stage]?.['done'] ?? 0);
    console.log(
      `存档 archive ${counts[0]}   索引 index ${counts[1]}   省库 province ${counts[2]}   / ${expected}`,
    );
    if (counts.every((count) => count >= expected)) return;
    await delay(500);
  }
}
