import { createHash } from 'node:crypto';
import type { Documents } from '@gongwen/sdk';
import { concurrently } from '../import/concurrently.ts';
import { refusalOf } from '../import/refusal-of.ts';
import { countBy } from '../reports/count-by.ts';
import type { DocumentOwners, OwnedDocument } from './document-owners.ts';

/** 机构合并: all documents of one department go to another. */
export interface TransferScope {
  readonly from: string;
  readonly to: string;
  /** On what ground, for the record of each document. */
  readonly basis: string;
}

export interface TransferPlan {
  /** Documents that will go, also withdrawn and ended ones. */
  readonly documents: number;
  readonly byClass: Readonly<Record<string, number>>;
  readonly byPublication: Readonly<Record<string, number>>;
  /** Documents that have gone this way before. */
  readonly alreadyThere: number;
}

export interface TransferOptions {
  readonly owners: DocumentOwners;
  readonly scope: TransferScope;
  /** The SDK’s `client.documents.transfer` fits. */
  readonly transfer: Documents['transfer'];
  /** Default 8. */
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
}

export interface RefusedTransfer {
  readonly documentId: string;
  readonly code: string;
  readonly reason: string;
}

/** What became of the documents of the plan and of those that had gone before. */
export interface TransferResult {
  readonly transferred: number;
  /** Had gone before, or were found there when the gateway refused. */
  readonly alreadyThere: number;
  readonly refused: readonly RefusedTransfer[];
}

/** Counts what a transfer would move; changes nothing. */
export function planTransfer(owners: DocumentOwners, scope: TransferScope): TransferPlan {
  const documents = documentsOf(owners, scope);
  return {
    documents: documents.length,
    byClass: countBy(documents, ({ docClass }) => docClass),
    byPublication: countBy(documents, ({ publication }) => publication),
    alreadyThere: gone(owners, scope).length,
  };
}

/**
 * Moves every document by a command of its own. The log itself is the checkpoint: what has gone is not sent again. A
 * document that changed meanwhile is sent again with its new version.
 *
 * @throws what the gateway said, if it is an outage or concerns every document; what has gone by then stays gone
 */
export async function transferDocuments(options: TransferOptions): Promise<TransferResult> {
  const { owners, scope, onProgress } = options;
  let transferred = 0;
  let alreadyThere = gone(owners, scope).length;
  const refused: RefusedTransfer[] = [];
  for (let open = documentsOf(owners, scope); open.length > 0;) {
    const refusals = await sendAll(open, options, () => {
      transferred++;
      onProgress?.(transferred);
    });
    await owners.catchUp();
    open = [];
    for (const { document, refusal } of refusals) {
      const now = owners.of(document.documentId);
      if (now?.department === scope.to) alreadyThere++;
      else if (now && hasChanged(document, now, refusal, scope)) open.push(now);
      else refused.push({ documentId: document.documentId, ...refusal });
    }
  }
  return { transferred, alreadyThere, refused };
}

function documentsOf(owners: DocumentOwners, { from }: TransferScope): OwnedDocument[] {
  return [...owners.all()].filter(({ department }) => department === from);
}

function gone(owners: DocumentOwners, { from, to }: TransferScope): OwnedDocument[] {
  return [...owners.all()].filter(({ department, cameFrom }) => department === to && cameFrom === from);
}

type Refusal = Omit<RefusedTransfer, 'documentId'>;

interface Refused {
  readonly document: OwnedDocument;
  readonly refusal: Refusal;
}

/** Tells of each document that went, and answers those that did not. */
async function sendAll(
  documents: readonly OwnedDocument[],
  { scope, transfer, concurrency = 8, signal }: TransferOptions,
  onTransferred: () => void,
): Promise<readonly Refused[]> {
  const refused: Refused[] = [];
  await concurrently(documents.length, { concurrency, signal }, async (index) => {
    const document = documents[index];
    if (document === undefined) return;
    const refusal = await send(document, scope, transfer);
    if (refusal) refused.push({ document, refusal });
    else onTransferred();
  });
  return refused;
}

async function send(
  document: OwnedDocument,
  scope: TransferScope,
  transfer: Documents['transfer'],
): Promise<Refusal | undefined> {
  const { to, basis } = scope;
  const { documentId, version: expectedVersion } = document;
  const idempotencyKey = idempotencyKeyOf(document, scope);
  try {
    await transfer(documentId, { expectedVersion, to, basis }, { idempotencyKey });
    return undefined;
  } catch (error) {
    const { code, pointer, reason } = refusalOf(error);
    // the command itself is wrong: every other document would be refused as well
    if (code === 'SCHEMA_VIOLATION' && ['/to', '/basis'].includes(pointer)) throw error;
    return { code, reason };
  }
}

/** With the version, so that a department may give a document back and receive it again. */
function idempotencyKeyOf(
  { documentId, version }: OwnedDocument,
  { from, to, basis }: TransferScope,
): string {
  const facts = JSON.stringify([from, to, documentId, version, basis]);
  return `transfer-${createHash('sha256').update(facts).digest('hex')}`;
}

function hasChanged(
  sent: OwnedDocument,
  now: OwnedDocument,
  { code }: Refusal,
  scope: TransferScope,
): boolean {
  return code === 'VERSION_CONFLICT' && now.version > sent.version && now.department === scope.from;
}
