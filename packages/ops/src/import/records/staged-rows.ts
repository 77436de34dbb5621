import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The original of a row. */
export interface StagedRow {
  readonly file: string;
  readonly line: number;
  readonly bytes: Buffer;
}

/** Keeps the originals outside of memory until it is known which rows are one document. */
export interface StagedRows extends Disposable {
  /** Rows count from 0. */
  add(row: StagedRow): void;
  get(row: number): StagedRow;
  close(): void;
}

/** A temporary SQLite file, because the lines of a gz file cannot be sought a second time. */
export function createStagedRows(): StagedRows {
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-import-'));
  const database = new DatabaseSync(join(folder, 'rows.sqlite'));
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
  database.exec(
    'CREATE TABLE rows (id INTEGER PRIMARY KEY, file TEXT, line INTEGER, bytes BLOB) STRICT; BEGIN',
  );
  const insert = database.prepare('INSERT INTO rows (id, file, line, bytes) VALUES (?, ?, ?, ?)');
  const select = database.prepare('SELECT file, line, bytes FROM rows WHERE id = ?');
  let next = 0;
  const close = () => {
    if (database.isOpen) database.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    add({ file, line, bytes }) {
      insert.run(next++, file, line, bytes);
    },
    get(row) {
      const found = select.get(row);
      if (!found) throw new RangeError(`row ${row} was not staged`);
      const { file, line, bytes } = found;
      // the table is STRICT: bytes is a BLOB
      return { file: String(file), line: Number(line), bytes: Buffer.from(bytes as Uint8Array) };
    },
    close,
    [Symbol.dispose]: close,
  };
}
