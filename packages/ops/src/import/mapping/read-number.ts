import { parseDocumentNumber } from '@gongwen/domain';
import type { DocumentNumber } from '@gongwen/schemas';
import { cleanLine, cut } from './clean-text.ts';
import { readDate } from './read-date.ts';
import { isDocumentNumber } from './read-title.ts';
import { type Warning, warning } from './warning.ts';

export interface NumberReading {
  readonly number?: DocumentNumber;
  readonly warnings: readonly Warning[];
}

/** Reads a 文号 column. A date, a title or other prose in it is no number: a gap with a warning. */
export function readNumber(column: string): NumberReading {
  const text = cleanLine(column);
  if (text === '') return { warnings: [] };
  const isDate = ['date', 'incomplete'].includes(readDate(text).outcome);
  if (isDate || !(isDocumentNumber(text) || /\d\s*[号期]$/.test(text))) {
    return { warnings: [warning('number_not_a_number', cut(text, 100))] };
  }
  const isUnfinished = /[〔[［]\d{4}[〕\]］]\s*\d+$/.test(text);
  const raw = isUnfinished ? `${text}号` : text;
  const number = parseDocumentNumber(raw);
  return {
    number,
    warnings: [
      ...(isUnfinished ? [warning('number_mended', text)] : []),
      ...(number.form === 'free' ? [warning('number_irregular', cut(raw, 100))] : []),
    ],
  };
}
