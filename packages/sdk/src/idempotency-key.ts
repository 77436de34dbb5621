import { randomUUID } from 'node:crypto';
import { errorTable } from '@gongwen/schemas';
import { IdempotencyError } from './errors.ts';
import type { Locale } from './locale.ts';

/**
 * The key of one call: the one given, else the command’s `clientReference` (the gateway takes it for the key, too; a
 * made-up header would override it), else a new one.
 *
 * @throws IdempotencyError IDEMPOTENCY_KEY_INVALID
 */
export function idempotencyKeyFor(
  given: string | undefined,
  command: { readonly clientReference?: string },
  locale: Locale,
): string {
  const key = given ?? command.clientReference ?? randomUUID();
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  const { zh, en, hintZh, hintEn } = errorTable.IDEMPOTENCY_KEY_INVALID;
  throw new IdempotencyError({
    code: 'IDEMPOTENCY_KEY_INVALID',
    message: `IDEMPOTENCY_KEY_INVALID: ${locale === 'en' ? `${en} ${hintEn}` : `${zh} ${hintZh}`}`,
    idempotencyKey: key,
    hint: locale === 'en' ? hintEn : hintZh,
  });
}
