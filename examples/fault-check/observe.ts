import { setTimeout as delay } from 'node:timers/promises';
import type { Observation } from '@gongwen/checker';
import type { Cluster } from '@gongwen/example-cluster';

/** Somebody who looks at the hot documents all the time, through the portal. */
export interface Observer extends AsyncDisposable {
  watch(documentId: string): void;
  seen(): readonly Observation[];
}

const everyMs = 50;

export function observe(cluster: Cluster): Observer {
  const watched: string[] = [];
  const observations: Observation[] = [];
  const stopping = new AbortController();
  const [portal] = cluster.of('portal');

  async function look(): Promise<void> {
    for (let turn = 0; !stopping.signal.aborted; turn++) {
      await delay(everyMs);
      const documentId = watched[turn % watched.length];
      if (documentId === undefined) continue;
      const answer = await fetch(`${portal?.url}/v1/documents/${documentId}`).catch(() => undefined);
      if (!answer?.ok) continue; // away is no wrong answer
      const { version } = (await answer.json().catch(() => ({}))) as { version?: number }; // the portal’s contract
      if (version !== undefined) observations.push({ place: 'portal', documentId, version });
    }
  }
  const looking = look();
  return {
    watch: (documentId) => void watched.push(documentId),
    seen: () => observations,
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await looking;
    },
  };
}
