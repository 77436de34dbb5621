import { readFile, stat } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';

/** A sheet of a workbook; a CSV file is one sheet without a name. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  /** As the program shows it, from 1. */
  readonly line: number;
  /** Texts as they are; a day is `YYYY-MM-DD`, an empty cell ''. */
  readonly cells: readonly string[];
}

/** A larger table is not read into memory. */
export const maximumTableBytes = 32 * 1024 * 1024;

/** The file is no table that can be read. */
export class UnreadableTableError extends Error {
  override readonly name = 'UnreadableTableError';
}

/**
 * Reads a table: Excel (.xlsx) or CSV in UTF-8, UTF-16 or GB 18030, told by its first bytes.
 *
 * @throws UnreadableTableError
 */
export async function readSheets(file: string): Promise<Sheet[]> {
  const { size } = await stat(file);
  if (size > maximumTableBytes) throw unreadable(file, `超过 ${maximumTableBytes} 字节 / is too large`);
  const bytes = await readFile(file);
  if (bytes.toString('latin1', 0, 4) === 'PK\u0003\u0004') return readWorkbook(file, bytes);
  if (bytes.toString('hex', 0, 4) === 'd0cf11e0') {
    throw unreadable(file, '是旧的 .xls，请另存为 .xlsx 或 CSV / is an old .xls: save it as .xlsx or CSV');
  }
  return [{ name: '', rows: readCsv(file, decode(file, bytes)) }];
}

async function readWorkbook(file: string, bytes: Buffer): Promise<Sheet[]> {
  try {
    const sheets = await readXlsxFile(bytes);
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) })),
    }));
  } catch (error) {
    throw unreadable(file, '不是可读的 .xlsx / is no readable .xlsx', error);
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

function decode(file: string, bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe; // “Unicode text” of Excel
  for (const encoding of isUtf16 ? ['utf-16le'] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the next one
    }
  }
  throw unreadable(file, '既不是 UTF-8 也不是 GB 18030 / is neither UTF-8 nor GB 18030');
}

function readCsv(file: string, text: string): SheetRow[] {
  const rows: SheetRow[] = [];
  let line = 1;
  try {
    parse(text, {
      delimiter: text.slice(0, 4096).includes('\t') ? '\t' : ',',
      relax_column_count: true,
      relax_quotes: true,
      on_record: (cells: string[], { lines }) => {
        rows.push({ line, cells });
        line = lines + 1; // a quoted cell may have line breaks
      },
    });
  } catch (error) {
    throw unreadable(file, '不是可读的 CSV / is no readable CSV', error);
  }
  return rows;
}

function unreadable(file: string, why: string, cause?: unknown): UnreadableTableError {
  return new UnreadableTableError(`${file} ${why}`, { cause });
}
