import type { ClientHistory } from '@gongwen/checker';
import { type Cluster, tokenOf } from '@gongwen/example-cluster';
import { createClient, isPublishingError } from '@gongwen/sdk';
import { amendment } from './workload.ts';

export interface RaceResult {
  /** Of two commands for one version exactly one won … */
  won: number;
  /** … and the other was told the version that stands. */
  lost: number;
  odd: number;
}

const department = 'll-hrss';

/** Two publishers get a command for the same version of the same document at the same time, again and again. */
export async function race({
  cluster,
  history,
  count,
  lanes,
}: {
  readonly cluster: Cluster;
  readonly history: ClientHistory;
  readonly count: number;
  /** Documents that are raced for side by side. */
  readonly lanes: number;
}): Promise<RaceResult> {
  const result: RaceResult = { won: 0, lost: 0, odd: 0 };
  const clients = cluster
    .of('publisher')
    .map(({ url }) => createClient({ baseUrl: url, token: tokenOf(department) }));

  async function runLane(lane: number): Promise<void> {
    const documentId = `${department}:hot-${lane}`;
    let version = await currentVersion(cluster, documentId);
    for (let round = lane; round < count; round += lanes) {
      const expectedVersion = version;
      const outcomes = await Promise.all(
        clients.map(async ({ documents }, racer) => {
          const idempotencyKey = `race-${round}-${racer}`;
          const operation = { name: 'amend', documentId, idempotencyKey };
          try {
            const receipt = await documents.amend(documentId, amendment(expectedVersion), { idempotencyKey });
            history.record({
              ...operation,
              outcome: 'ok',
              eventId: receipt.receiptId,
              version: receipt.version,
            });
            version = receipt.version;
            return 'won';
          } catch (error) {
            if (!isPublishingError(error)) throw error;
            history.record({
              ...operation,
              outcome: error.retryable ? 'unknown' : 'failed',
              code: error.code,
            });
            return error.code === 'VERSION_CONFLICT' && error.status === 409 ? 'lost' : 'odd';
          }
        }),
      );
      const winners = outcomes.filter((outcome) => outcome === 'won').length;
      result.won += winners;
      result.lost += outcomes.filter((outcome) => outcome === 'lost').length;
      if (winners !== 1 || outcomes.includes('odd')) result.odd++;
    }
  }

  await Promise.all(Array.from({ length: lanes }, (_, lane) => runLane(lane)));
  return result;
}

/** As the publishers know it: a command for an impossible version is told the one that stands. */
async function currentVersion(cluster: Cluster, documentId: string): Promise<number> {
  const client = createClient({ baseUrl: cluster.of('publisher')[0]?.url ?? '', token: tokenOf(department) });
  try {
    await client.documents.amend(documentId, amendment(999_999));
  } catch (error) {
    const version = isPublishingError(error) ? error.problem?.currentVersion : undefined;
    if (version !== undefined) return version;
    throw error;
  }
  throw new Error(`${documentId} took a command for version 999 999`);
}
