import { setTimeout as delay } from 'node:timers/promises';
import type { ClientHistory } from '@gongwen/checker';
import { insist } from '@gongwen/example-fault-check/insist.ts';
import { amendment, document } from '@gongwen/example-fault-check/workload.ts';
import { reviewed } from '@gongwen/example-sample-city';
import { createClient } from '@gongwen/sdk';

export interface Publishing {
  /** Resolves when the document under way is done. */
  finish(): Promise<void>;
}

const department = 'll-hrss';
const versions = 3;

/** A client that publishes and amends one document after the other, and knows what it was told of each. */
export function startPublishing(
  { port, token }: { port: number; token: string },
  history: ClientHistory,
): Publishing {
  const client = createClient({ baseUrl: `http://127.0.0.1:${port}`, token });
  const insistence = { history, client: () => client };
  const stopping = new AbortController();

  async function oneDocument(number: number): Promise<void> {
    const documentId = `${department}:meanwhile-${number}`;
    for (let version = 0; version < versions; version++) {
      const idempotencyKey = `${documentId}-${version}`;
      const name = version === 0 ? 'publish' : 'amend';
      await insist(insistence, { name, documentId, idempotencyKey }, ({ documents }) =>
        version === 0
          ? documents.publish(reviewed({ documentId, document: document(`第${number}号`, number) }), {
              idempotencyKey,
            })
          : documents.amend(documentId, amendment(version), { idempotencyKey }),
      );
      await delay(20);
    }
  }

  async function publish(): Promise<void> {
    let number = 9_001;
    while (!stopping.signal.aborted) await oneDocument(number++);
  }
  const publishing = publish();
  return {
    finish() {
      stopping.abort();
      return publishing;
    },
  };
}
