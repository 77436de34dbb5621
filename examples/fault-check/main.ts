// A cluster under faults: `npm run check:faults`, a short run with `-- --scale 0.1`, the same again with `-- --seed N`.
// Ends with an exit code of 1 when anything was lost, doubled, reordered or invented, or when too little was injected.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openClientHistory } from '@gongwen/checker';
import { freePorts, startProcesses, startProduceProxy } from '@gongwen/engines';
import { startCluster } from '@gongwen/example-cluster';
import { startLibraryProcess } from '@gongwen/example-demo/library-process.ts';
import { createRandom } from '@gongwen/example-sample-city';
import { webhooks } from '@gongwen/sdk';
import { judge } from './judge.ts';
import { injectFaults } from './inject-faults.ts';
import { observe } from './observe.ts';
import { race } from './race.ts';
import { startSearchProxy } from './search-proxy.ts';
import { settled } from './settled.ts';
import { startWorkload } from './workload.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1)); // ends what was started, too
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    scale: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const scale = Number(values.scale);
const scaled = (count: number) => Math.max(1, Math.round(count * scale));
const plan = {
  documents: scaled(5_000),
  hot: scaled(50),
  versionsOfHot: 20,
  killsOfEachRole: scaled(10),
  killsOfBroker: scaled(5),
  killsOfSearch: scaled(5),
  killsOfStore: scaled(3),
  lostAcknowledgements: scaled(200),
  races: scaled(1_000),
  awaySeconds: scale < 1 ? 10 : 60,
  frozenSeconds: 40, // longer than a session
};
const random = createRandom(seed);
const startedAt = Date.now();
const say = (what: string) =>
  console.log(`${((Date.now() - startedAt) / 1000).toFixed(0).padStart(4)} s  ${what}`);
const directory = mkdtempSync(join(tmpdir(), 'gongwen-faults-'));
if (!values.keep) process.once('exit', () => rmSync(directory, { recursive: true, force: true }));

say(`seed ${seed}, scale ${scale}: ${plan.documents} documents, ${plan.hot} of them hot`);
const proxyPort = await freePorts(1);
await using engines = await startProcesses({ proxyPort, searchHeap: '1g' });
let produced = 0;
await using produceProxy = await startProduceProxy({
  port: proxyPort,
  upstream: engines.kafkaProxied,
  fateOf: (request) => {
    produced = request;
    const isEnough = produceProxy.lost.answers >= plan.lostAcknowledgements;
    return !isEnough && request % 7 === 0 ? 'lose_answer' : 'pass';
  },
});
await using searchProxy = await startSearchProxy(engines.engines.opensearch.url);
const keys = webhooks.generateKeys();
await using library = await startLibraryProcess(keys.publicKey, {
  allowFaults: true,
  data: join(directory, 'library'),
});
await using cluster = await startCluster({
  engines,
  target: { url: `${library.url}/events`, privateKey: keys.privateKey },
  publisherBrokers: `127.0.0.1:${proxyPort}`,
  searchUrl: searchProxy.url,
});
say(`two publishers, two of each consumer, the portal and the province run`);

const historyFile = join(directory, 'operations.jsonl');
using history = openClientHistory(historyFile);
await using observer = observe(cluster);
const workload = startWorkload({ cluster, history, plan, random, watch: observer.watch });
const injected = await injectFaults({ cluster, engines, searchProxy, library, plan, random, say });
say(`faults are over: ${JSON.stringify(injected)}`);
workload.hurry();
const done = await workload.finished;
say(`workload: ${done.ok} ok, ${done.failed} refused, ${done.unknown} unknown; ${done.retries} retries`);
const races = await race({ cluster, history, count: plan.races, lanes: Math.min(8, plan.hot) });
say(`races for one version: ${races.won} won, ${races.lost} told so, ${races.odd} otherwise`);
await settled(cluster, say);

const observations = [...observer.seen(), ...(await library.history())];
const verdict = await judge({ cluster, library: library.url, historyFile, observations, directory });
const lost = produceProxy.lost.answers;
say(`acknowledgements lost on their way: ${lost} of ${produced} requests`);
for (const line of verdict.lines) say(line);
const isInjected = lost >= plan.lostAcknowledgements && injected.isComplete;
const isWell = verdict.isWell && isInjected && races.odd === 0 && done.unknown === 0;
if (!isInjected) say('✗ fewer faults were injected than planned: this run proves nothing');
say(isWell ? '✓ nothing lost, doubled, reordered or invented; all four stores agree' : '✗ see above');
process.exitCode = isWell ? 0 : 1;
