import { isLocalDate } from '@gongwen/domain';
import { InvalidArgumentError } from 'commander';

// apart from the reports, so that the command line knows them without loading any

export const reportNames = [
  'conformance',
  'counts',
  'month',
  'duplicates',
  'calendar',
  'disclosure',
  'relations',
] as const;
export type ReportName = (typeof reportNames)[number];

export const reportFormats = ['table', 'json', 'csv', 'html'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** By what `counts` counts. */
export const dimensionNames = ['year', 'issuer', 'docClass', 'validity'] as const;
export type Dimension = (typeof dimensionNames)[number];

/** @throws InvalidArgumentError */
export function toDay(text: string): string {
  if (isLocalDate(text)) return text;
  throw new InvalidArgumentError('应为 YYYY-MM-DD / expected YYYY-MM-DD');
}

/** Two days, the first and the last.
 *
 * @throws InvalidArgumentError
 */
export function toSpan(text: string): readonly [string, string] {
  const [from = '', until = '', ...rest] = text.split('..');
  if (isLocalDate(from) && isLocalDate(until) && from <= until && rest.length === 0) return [from, until];
  throw new InvalidArgumentError('应为 YYYY-MM-DD..YYYY-MM-DD / expected YYYY-MM-DD..YYYY-MM-DD');
}

/** @throws InvalidArgumentError */
export function toMonth(text: string): string {
  if (isLocalDate(`${text}-01`)) return text;
  throw new InvalidArgumentError('应为 YYYY-MM / expected YYYY-MM');
}

/** @throws InvalidArgumentError */
export function toDays(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('应为天数 / expected a number of days');
}

/** @throws InvalidArgumentError */
export function toDimensions(text: string): Dimension[] {
  return text.split(',').map((name) => {
    const dimension = dimensionNames.find((one) => one === name.trim());
    if (dimension !== undefined) return dimension;
    const known = dimensionNames.join(',');
    throw new InvalidArgumentError(`${name}：应为其中几项 / expected some of: ${known}`);
  });
}
