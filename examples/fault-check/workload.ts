import { setTimeout as delay } from 'node:timers/promises';
import type { ClientHistory, ClientOperation } from '@gongwen/checker';
import { type Cluster, tokenOf } from '@gongwen/example-cluster';
import { evidenceOf, reviewed } from '@gongwen/example-sample-city';
import { type Client, createClient } from '@gongwen/sdk';
import { insist } from './insist.ts';
import type { Plan } from './plan.ts';

export interface WorkloadOptions {
  readonly cluster: Cluster;
  readonly history: ClientHistory;
  readonly plan: Plan;
  readonly random: () => number;
  /** Told of each hot document once it is there. */
  readonly watch: (documentId: string) => void;
}

export interface WorkloadResult {
  readonly ok: number;
  readonly failed: number;
  readonly unknown: number;
  readonly retries: number;
}

export interface Workload {
  /** No more pauses between operations. */
  hurry(): void;
  readonly finished: Promise<WorkloadResult>;
}

const department = 'll-hrss';
const pauseMs = 550;

/** Clients that publish and amend through both publishers, and repeat with the same key until they have an answer. */
export function startWorkload({ cluster, history, plan, random, watch }: WorkloadOptions): Workload {
  let retries = 0;
  let isHurried = false;
  const clients = cluster.of('publisher').map(({ url }) =>
    createClient({
      baseUrl: url,
      token: tokenOf(department),
      attemptTimeoutMs: 15_000,
      timeoutMs: 60_000,
      onRetry: () => retries++,
    }),
  );
  const pause = () => (isHurried ? Promise.resolve() : delay(pauseMs * random() * 2));
  const insistence = {
    history,
    client: () => clients[Math.floor(random() * clients.length)] as Client,
    onRetry: () => retries++,
  };

  async function cold(number: number): Promise<void> {
    const documentId = `${department}:cold-${number}`;
    const command = reviewed({ documentId, document: document(`第${number}号通知`, number + 1) });
    await pause();
    const idempotencyKey = `publish-${documentId}`;
    await insist(insistence, { name: 'publish', documentId, idempotencyKey }, ({ documents }) =>
      documents.publish(command, { idempotencyKey }),
    );
  }

  async function hot(number: number): Promise<void> {
    const documentId = `${department}:hot-${number}`;
    const command = reviewed({ documentId, document: document(`第${number}号热点办法`, 9_000 + number) });
    const key = `publish-${documentId}`;
    const publishing = { name: 'publish', documentId, idempotencyKey: key };
    const first = await insist(insistence, publishing, ({ documents }) =>
      documents.publish(command, { idempotencyKey: key }),
    );
    let version = first?.version ?? 0;
    watch(documentId);
    while (version > 0 && version < plan.versionsOfHot) {
      await pause();
      await pause();
      const expectedVersion = version;
      const idempotencyKey = `amend-${documentId}-${expectedVersion}`;
      const amending = { name: 'amend', documentId, idempotencyKey };
      const amended = await insist(insistence, amending, ({ documents }) =>
        documents.amend(documentId, amendment(expectedVersion), { idempotencyKey }),
      );
      if (!amended) return;
      version = amended.version;
    }
  }

  const countOf = (outcome: ClientOperation['outcome']) =>
    history.operations.filter((operation) => operation.outcome === outcome).length;
  const numbers = Array.from({ length: plan.documents - plan.hot }, (_, number) => number).values();
  const workers = Array.from({ length: 8 }, async () => {
    for (const number of numbers) await cold(number);
  });
  const finished = Promise.all([
    ...workers,
    ...Array.from({ length: plan.hot }, (_, number) => hot(number)),
  ]).then(() => ({
    ok: countOf('ok'),
    failed: countOf('failed'),
    unknown: countOf('unknown'),
    retries,
  }));
  return { hurry: () => (isHurried = true), finished };
}

export function document(title: string, number: number) {
  return {
    docClass: 'normative_document' as const,
    title: `临澜市人力资源和社会保障局${title}`,
    documentNumber: { raw: `临澜人社发〔2026〕${number}号` },
    issuers: [{ name: '临澜市人力资源和社会保障局' }],
    issuedOn: '2026-03-02',
    publishedOn: '2026-03-05',
    effectiveFrom: '2026-04-01',
    disclosure: 'active' as const,
    body: { text: '第一条 为了鼓励灵活就业人员参加社会保险，制定本办法。'.repeat(20) },
  };
}

export function amendment(expectedVersion: number) {
  return {
    expectedVersion,
    kind: 'amendment' as const,
    effectiveOn: '2026-05-01',
    note: `第${expectedVersion}次修改`,
    evidence: evidenceOf('2026-04-20'),
    changes: { body: { text: `第一条 经第${expectedVersion}次修改，制定本办法。`.repeat(20) } },
  };
}
