import type { Sheet, SheetRow } from './read-sheets.ts';

/** What a clean-up list can say of a document. */
export type Column = keyof typeof headings;

/** The table of a sheet. */
export interface Table {
  /** Column → place of its cell. */
  readonly columns: ReadonlyMap<Column, number>;
  readonly header: SheetRow;
  /** Titles and notes above the header. */
  readonly above: readonly SheetRow[];
  /** Everything below the header that is not blank and not the header again. */
  readonly rows: readonly SheetRow[];
}

const headings = {
  sequence: /^(?:序号|编号|顺序号)$/,
  title: /^(?:规范性|政策|规章)?(?:文件)?(?:名称|标题|题目|文件名)$/,
  number: /^(?:发文|公文|文件)?(?:文号|字号|编号)$/,
  issuer: /^(?:发文|制定|制发|发布|印发|公布)(?:机关|单位|部门|机构)$/,
  issuedOn: /^(?:成文|印发|发文|制定|公布)(?:日期|时间)$/,
  publishedOn: /^发布(?:日期|时间)$/,
  conclusion: /^(?:清理|处理)(?:结论|意见|结果|建议|情况)$/,
  reason: /^(?:失效|废止|清理|修改|处理)?(?:理由|原因|依据)$/,
  note: /^(?:备注|说明)$/,
} as const;

const rowsBeforeHeader = 50;

/** Finds the header by its words, in any order of columns; `undefined` when the sheet has none. */
export function findTable({ rows }: Sheet): Table | undefined {
  for (const [index, header] of rows.slice(0, rowsBeforeHeader).entries()) {
    const columns = columnsOf(header);
    const isHeader = columns.size >= 2 && (columns.has('title') || columns.has('number'));
    if (!isHeader) continue;
    const filled = rows.slice(index + 1).filter((row) => !isBlank(row));
    return {
      columns,
      header,
      above: rows.slice(0, index).filter((row) => !isBlank(row)),
      // printed lists repeat it on each page
      rows: filled.filter((row) => plain(row.cells.join('|')) !== plain(header.cells.join('|'))),
    };
  }
  return undefined;
}

/** Without blanks and notes in parentheses, half width. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/\([^()]*\)/g, '');
}

function columnsOf({ cells }: SheetRow): Map<Column, number> {
  const columns = new Map<Column, number>();
  for (const [place, cell] of cells.entries()) {
    const column = columnOf(plain(cell));
    if (column !== undefined && !columns.has(column)) columns.set(column, place);
  }
  return columns;
}

function columnOf(heading: string): Column | undefined {
  const found = Object.entries(headings).find(([, pattern]) => pattern.test(heading));
  return found?.[0] as Column | undefined; // a key of the table above
}

export function isBlank({ cells }: SheetRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}
