import { type ErrorCode, type PublishCommand, errorTable, isErrorCode, isRetryable } from '@gongwen/schemas';
import { createHash } from 'node:crypto';
import { type Refusal, isFields } from './mapping/draft.ts';

/** Publishes like any producer; the SDK’s `client.documents.publish` fits. Refusals are thrown with `code` and `issues`. */
export type Publish = (
  command: PublishCommand,
  options: { idempotencyKey: string },
) => Promise<{ readonly replayed: boolean }>;

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
 * Publishes one document. A repeat is answered as replayed; a document that is there with other content (merged from
 * other rows, or changed since) conflicts. Both are there already and are left alone.
 *
 * @throws what the publisher threw, if it is an outage or concerns the caller
 */
export async function publishDocument(publish: Publish, command: PublishCommand): Promise<PublishOutcome> {
  try {
    const { replayed } = await publish(command, { idempotencyKey: idempotencyKeyOf(command) });
    return { outcome: replayed ? 'alreadyThere' : 'imported' };
  } catch (error) {
    const code = isFields(error) && typeof error['code'] === 'string' ? error['code'] : '';
    if (code === 'VERSION_CONFLICT') return { outcome: 'alreadyThere' };
    if (!isErrorCode(code) || isRetryable(code) || codesOfTheCaller.has(code)) throw error;
    return { outcome: 'refused', refusal: { code, ...firstIssue(error, code) } };
  }
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
