import { setTimeout as delay } from 'node:timers/promises';
import { type Cluster, gongwen } from '@gongwen/example-cluster';

const withinMs = 300_000;

/** Waits until every stage has told the log of every event. */
export async function settled(cluster: Cluster, say: (what: string) => void): Promise<void> {
  const until = Date.now() + withinMs;
  for (;;) {
    const { output, talk } = await gongwen(['status', '--json'], cluster.environment);
    if (output === '') throw new Error(talk);
    const { events, stages, lag } = JSON.parse(output) as Status; // `gongwen status --json`
    const counts = ['stored', 'indexed', 'delivered'].map((stage) => stages[stage]?.['done'] ?? 0);
    const waiting = Object.values(lag).reduce((sum, count) => sum + count, 0);
    if (counts.every((count) => count >= events) && waiting === 0) {
      return say(`settled: ${events} events stored, indexed and delivered, nothing waits`);
    }
    if (Date.now() > until) return say(`✗ not settled: ${JSON.stringify({ events, stages, lag })}`);
    await delay(1_000);
  }
}

interface Status {
  readonly events: number;
  readonly stages: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly lag: Readonly<Record<string, number>>;
}
