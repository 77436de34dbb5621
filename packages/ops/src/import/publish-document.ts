import {
  type AmendCommand,
  type ErrorCode,
  type PublishCommand,
  errorTable,
  isErrorCode,
  isRetryable,
} from '@gongwen/schemas';
import { createHash } from 'node:crypto';
import { type Refusal, isFields } from './mapping/draft.ts';

/** Publishes like any producer; the SDK’s `client.documents.publish` fits. Refusals are thrown with `code` and `issues`. */
export type Publish = (
  command: PublishCommand,
  options: { idempotencyKey: string },
) => Promise<{ readonly replayed: boolean }>;

/** Amends what is there; the SDK’s `client.documents.amend` fits. */
export type Amend = (
  documentId: string,
  command: AmendCommand,
  options: { idempotencyKey: string },
) => Promise<unknown>;

export interface Gateway {
  readonly publish: Publish;
  readonly amend: Amend;
}

export type PublishOutcome =
  | { readonly outcome: 'imported' | 'alreadyThere' }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

/** These concern the caller, not the record: every other record would be refused as well. */
const codesOfTheCaller: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'UNAUTHENTICATED',
  'TOKEN_EXPIRED',
  'INSUFFICIENT_SCOPE',
  'DEPARTMENT_DISABLED',
]);

/**
 * Publishes one document and its newer versions. A repeat is answered as replayed; a document that is there with other
 * content (merged from other rows, or changed since) conflicts. Both are there already; the latter is left alone.
 *
 * @throws what the publisher threw, if it is an outage or concerns the caller
 */
export async function publishDocument(
  { publish, amend }: Gateway,
  command: PublishCommand,
  amendments: readonly AmendCommand[] = [],
): Promise<PublishOutcome> {
  const key = idempotencyKeyOf(command);
  try {
    const { replayed } = await publish(command, { idempotencyKey: key });
    for (const [index, amendment] of amendments.entries()) {
      await amendOnce(amend, command.documentId, amendment, `${key}:${index + 2}`);
    }
    return { outcome: replayed ? 'alreadyThere' : 'imported' };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'VERSION_CONFLICT') return { outcome: 'alreadyThere' };
    if (!isErrorCode(code) || isRetryable(code) || codesOfTheCaller.has(code)) throw error;
    return { outcome: 'refused', refusal: { code, ...firstIssue(error, code) } };
  }
}

/**
 * A decision may have changed the document meanwhile: then once more, on its version. The key stays, so a version that
 * a former run has written is told by its key, whatever its number.
 */
async function amendOnce(amend: Amend, documentId: string, command: AmendCommand, idempotencyKey: string) {
  let expectedVersion = command.expectedVersion;
  for (;;) {
    try {
      await amend(
        documentId,
        { ...command, ...(expectedVersion && { expectedVersion }) },
        { idempotencyKey },
      );
      return;
    } catch (error) {
      if (codeOf(error) === 'IDEMPOTENCY_KEY_REUSED') return;
      const current = isFields(error) ? error['currentVersion'] : undefined;
      const isBehind = codeOf(error) === 'VERSION_CONFLICT' && typeof current === 'number';
      if (!isBehind || current === expectedVersion) throw error;
      expectedVersion = current;
    }
  }
}

function codeOf(error: unknown): string {
  return isFields(error) && typeof error['code'] === 'string' ? error['code'] : '';
}

/** From id and content: other content under the same id is another request, not a reused key. */
export function idempotencyKeyOf(command: PublishCommand): string {
  return `import-${createHash('sha256').update(JSON.stringify(command)).digest('hex')}`;
}

function firstIssue(error: unknown, code: ErrorCode): { pointer: string; reason: string } {
  const issues = isFields(error) && Array.isArray(error['issues']) ? error['issues'] : [];
  const issue: unknown = issues[0];
  const { pointer, zh, en } = isFields(issue) ? issue : {};
  const { zh: sentence, en: sentenceEn } = errorTable[code];
  return {
    pointer: typeof pointer === 'string' ? pointer : '',
    reason: `${typeof zh === 'string' ? zh : sentence} / ${typeof en === 'string' ? en : sentenceEn}`,
  };
}
