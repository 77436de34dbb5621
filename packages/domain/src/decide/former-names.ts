import type { Document } from '@gongwen/schemas';
import { titleKey } from '../title-key.ts';

/** As many as the schema has room for. */
const maximum = 50;

/**
 * What an amendment renames or renumbers may still be cited by what it was called; decisions that are drafted years
 * later do so. A list that the command itself sends is the department’s own.
 */
export function withFormerNames(before: Document, after: Document): Document {
  const { title, documentNumber: number } = before;
  const isRetitled = titleKey(title) !== titleKey(after.title) && before.formerTitles === after.formerTitles;
  const isRenumbered =
    number !== undefined &&
    number.form !== 'free' &&
    number.canonical !== after.documentNumber?.canonical &&
    before.formerNumbers === after.formerNumbers;
  return {
    ...after,
    ...(isRetitled && { formerTitles: appended(before.formerTitles, title) }),
    ...(isRenumbered && { formerNumbers: appended(before.formerNumbers, number.raw) }),
  };
}

function appended(names: readonly string[] = [], name: string): string[] {
  return [...new Set([...names, name])].slice(-maximum);
}
