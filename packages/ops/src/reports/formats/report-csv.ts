import { stringify } from 'csv-stringify/sync';
import type { Report } from '../report.ts';

/**
 * CSV for a spreadsheet: a byte order mark, or Excel reads Chinese in another encoding; and an apostrophe before what a
 * spreadsheet would run as a formula (OWASP, CSV injection).
 */
export function reportCsv({ columns, rows }: Report): string {
  return stringify([...rows], {
    bom: true,
    header: true,
    columns: columns.map(({ key, zh }) => ({ key, header: zh })),
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
