import { createHash } from 'node:crypto';
import type { AmendCommand, PublishCommand } from '@gongwen/schemas';
import { type Refusal, isFields } from './mapping/draft.ts';
import { codeOf, refusalOf } from './refusal-of.ts';

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
    if (codeOf(error) === 'VERSION_CONFLICT') return { outcome: 'alreadyThere' };
    return { outcome: 'refused', refusal: refusalOf(error) };
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

/** From id and content: other content under the same id is another request, not a reused key. */
export function idempotencyKeyOf(command: PublishCommand): string {
  return `import-${createHash('sha256').update(JSON.stringify(command)).digest('hex')}`;
}
