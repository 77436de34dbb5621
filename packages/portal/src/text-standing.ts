import type { IndexEntry, ObjectStore } from '@gongwen/ports';
import type { DocumentWithdrawn } from '@gongwen/schemas';
import { ServiceError } from '@gongwen/service-kit';
import { closingWithdrawal } from './closing-withdrawal.ts';
import { readRecord } from './read-record.ts';

/** What has happened since to the texts of a document, from one version on. */
export interface TextStanding {
  /** The version that withdrew all texts before it for good; 0 = none. */
  readonly closedBelow: number;
  readonly withdrawal?: DocumentWithdrawn['data']['change'];
  /** The last version that put words right without amending the law (勘误, 恢复); 0 = none. */
  readonly correctedIn: number;
}

/**
 * Reads the records between a version and the newest, newest first; nothing in the newest snapshot tells whether the
 * document was ever withdrawn. A record that is not there yet may be that of the withdrawal, so that nothing is said.
 *
 * @throws ServiceError DEPENDENCY_UNAVAILABLE
 */
export async function textStanding(
  store: ObjectStore,
  { version: newest, document: { documentId, snapshot } }: IndexEntry,
  from: number,
): Promise<TextStanding> {
  const amendments = new Set(
    snapshot.lifecycle.flatMap(({ change, version }) => (change === 'amended' ? [version] : [])),
  );
  let correctedIn = 0;
  let later = snapshot;
  for (let version = newest - 1; version >= from; version--) {
    const event = await readRecord(store, documentId, version);
    if (!event) throw notArchived(version);
    const { document } = event.data;
    const isRewritten = document.textVersion !== later.textVersion;
    if (isRewritten && !amendments.has(version + 1)) correctedIn = Math.max(correctedIn, version + 1);
    const withdrawal = closingWithdrawal(event);
    if (withdrawal) return { closedBelow: version, withdrawal, correctedIn };
    later = document;
  }
  return { closedBelow: 0, correctedIn };
}

function notArchived(version: number): ServiceError {
  return new ServiceError('DEPENDENCY_UNAVAILABLE', {
    zh: `第 ${version} 号变更尚在归档，请稍后再试。`,
    en: `Version ${version} is not archived yet; try again later.`,
    retryAfterSeconds: 2,
  });
}
