import type { Relation } from '@gongwen/schemas';
import type { Refusal } from '../mapping/draft.ts';
import { conclusionOfHeading } from './conclusion.ts';
import { type DecisionFacts, decisionFacts } from './decision-facts.ts';
import { type Table, findTable } from './find-table.ts';
import { type RowReading, readRow } from './read-row.ts';
import type { Sheet, SheetRow } from './read-sheets.ts';

/** A clean-up list as what the decision does. Every row of the tables is a relation, kept or rejected. */
export interface CleanUp {
  readonly facts: DecisionFacts;
  /** Where the first table begins. */
  readonly headerLine: number;
  readonly relations: readonly Relation[];
  /** Rows that stay in force: the decision does nothing to them. */
  readonly kept: number;
  readonly rejected: readonly { readonly row: SheetRow; readonly sheet: string; readonly refusal: Refusal }[];
  /** Sheets without a table. */
  readonly otherSheets: readonly string[];
}

/**
 * Reads the tables of all sheets.
 *
 * @returns `undefined` when no sheet has a table
 * @throws DecisionFactsError
 */
export function readCleanUp(sheets: readonly Sheet[], given: Partial<DecisionFacts>): CleanUp | undefined {
  const tables = sheets.map((sheet) => ({ sheet: sheet.name, table: findTable(sheet) }));
  const first = tables.find(({ table }) => table !== undefined)?.table;
  if (first === undefined) return undefined;
  const facts = decisionFacts(given, first.above);
  const relations: Relation[] = [];
  const rejected: { row: SheetRow; sheet: string; refusal: Refusal }[] = [];
  let kept = 0;
  const seen = new Map<string, string>();
  for (const { sheet, table } of tables) {
    for (const { row, reading } of table ? readTable(table, sheet, facts) : []) {
      const outcome = onlyOnce(reading, `${sheet === '' ? '' : `${sheet} `}第 ${row.line} 行`, seen);
      if (outcome.outcome === 'target') relations.push(outcome.relation);
      else if (outcome.outcome === 'kept') kept++;
      else rejected.push({ row, sheet, refusal: outcome });
    }
  }
  const otherSheets = tables.filter(({ table }) => table === undefined).map(({ sheet }) => sheet);
  return { facts, headerLine: first.header.line, relations, kept, rejected, otherSheets };
}

/** The rows of a table; a heading between them is no row, it speaks for those below it. */
function* readTable(
  { columns, above, rows }: Table,
  sheet: string,
  { effectiveOn, issuedOn }: DecisionFacts,
): Generator<{ row: SheetRow; reading: RowReading }> {
  const titleAt = columns.get('title') ?? 0;
  const headings = above.map((row) => conclusionOfHeading(textOfLone(row)?.text ?? ''));
  let section = headings.findLast((one) => one !== undefined) ?? conclusionOfHeading(sheet);
  for (const row of rows) {
    const heading = headingOf(row, titleAt);
    if (heading !== undefined) {
      section = heading;
      continue;
    }
    const cells = (column: Parameters<typeof columns.get>[0]) => row.cells[columns.get(column) ?? -1] ?? '';
    // where each row has its own conclusion, an empty one is a fault
    const inherited = columns.has('conclusion') ? undefined : section;
    yield { row, reading: readRow(cells, effectiveOn ?? issuedOn, inherited) };
  }
}

/** A lone cell that names a conclusion and is numbered, counts documents, or stands where no title does. */
function headingOf(row: SheetRow, titleAt: number) {
  const lone = textOfLone(row);
  if (lone === undefined) return undefined;
  const isHeading =
    /^[(（]?[一二三四五六七八九十]+[)）]?[、.．\s]|[(（][^()（）]*\d+\s*件[)）]$/.test(lone.text) ||
    (lone.at !== titleAt && /(?:文件|规章|目录|清单)$/.test(lone.text));
  return isHeading ? conclusionOfHeading(lone.text) : undefined;
}

/** The one text of a row; a merged cell may repeat it. */
function textOfLone({ cells }: SheetRow): { text: string; at: number } | undefined {
  const texts = cells.map((cell) => cell.trim());
  const at = texts.findIndex((text) => text !== '');
  const text = texts[at];
  const isLone = text !== undefined && texts.every((other) => other === '' || other === text);
  return isLone ? { text, at } : undefined;
}

/** A document that is listed twice is listed wrongly once: nobody knows which row was meant. */
function onlyOnce(reading: RowReading, place: string, seen: Map<string, string>): RowReading {
  if (reading.outcome === 'rejected') return reading;
  const { number, title, issuer, issuedOn } =
    reading.outcome === 'kept' ? reading.target : reading.relation.target;
  const key = JSON.stringify(number === undefined ? [title, issuer, issuedOn] : [number, title]);
  const before = seen.get(key);
  if (before === undefined) {
    seen.set(key, place);
    return reading;
  }
  return {
    outcome: 'rejected',
    code: 'SCHEMA_VIOLATION',
    pointer: '',
    reason: `与${before}是同一文件 / the same document as there`,
  };
}
