import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Draft } from './mapping/draft.ts';
import { createRowGroups } from './merging/group-rows.ts';
import { documentIdOf, identityOf } from './merging/identify.ts';
import type { ImportOptions } from './import-options.ts';
import { ImportStopped } from './import-stopped.ts';
import { type MergedDocument, mergeDrafts } from './merging/merge-drafts.ts';
import { parseRecord } from './records/parse-record.ts';
import type { RawRecord } from './records/raw-record.ts';
import { readRecords } from './records/read-records.ts';
import { mapRecord } from './mapping/recognize.ts';
import type { RejectsFile } from './records/rejects.ts';
import type { StagedRows } from './records/staged-rows.ts';
import type { Tally } from './summary.ts';
import { warning } from './mapping/warning.ts';

/** One document to publish: its rows in the staging file. */
export interface PlannedDocument {
  readonly documentId: string;
  readonly rows: readonly number[];
  readonly sharesNumber: boolean;
}

/** Reads all files, rejects what cannot be a document, and finds out which of the others are the same document. */
export async function planDocuments(
  options: ImportOptions,
  staged: StagedRows,
  rejects: RejectsFile,
  tally: Tally,
): Promise<PlannedDocument[]> {
  const groups = createRowGroups();
  const names: string[] = [];
  const acting = new Set<number>();
  for await (const { file, record } of recordsOf(options)) {
    tally.read();
    const mapped = mapRecord(record, file);
    if (mapped.outcome === 'rejected') {
      tally.rejected(mapped.code, 1);
      await rejects.write({ file, ...record }, mapped);
    } else {
      const identity = identityOf(mapped.draft);
      staged.add({ file, ...record });
      groups.add(identity);
      if (mapped.draft.content.relations) acting.add(names.length);
      names.push(identity.name);
    }
  }
  const shared = groups.sharedNumbers();
  // what acts on others comes after what it may mean
  const isActing = (rows: readonly number[]) => rows.some((row) => acting.has(row));
  const sets = groups.groups();
  const inOrder = [...sets.filter((rows) => !isActing(rows)), ...sets.filter(isActing)];
  return inOrder.map((rows) => ({
    documentId: documentIdOf(
      rows.map((row) => names[row] ?? ''),
      options.department,
    ),
    rows,
    sharesNumber: rows.some((row) => shared.has(row)),
  }));
}

/** The command for a planned document, from its originals: mapping is pure, so it gives what it gave at first. */
export function mergedDocument(planned: PlannedDocument, staged: StagedRows): MergedDocument {
  const [first, ...rest] = planned.rows.map((row) => draftOf(staged, row));
  if (first === undefined) throw new Error(`${planned.documentId} has no rows`);
  const doubts = planned.sharesNumber ? [warning('number_shared')] : [];
  return mergeDrafts([first, ...rest], planned.documentId, doubts);
}

/** Tells whether two runs import the same. */
export function digestOf(plan: readonly PlannedDocument[]): string {
  const hash = createHash('sha256');
  for (const { documentId, rows } of plan) hash.update(`${documentId} ${rows.join(' ')}\n`);
  return hash.digest('hex');
}

async function* recordsOf({
  files,
  onProgress,
  signal,
}: ImportOptions): AsyncGenerator<{ file: string; record: RawRecord }> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  const onBytes = (count: number) => {
    done += count;
    onProgress?.({ phase: 'reading', done, total });
  };
  for (const path of files) {
    for await (const record of readRecords(path, { onBytes })) {
      if (signal?.aborted === true) throw new ImportStopped(0, 0, signal.reason);
      yield { file: basename(path), record };
    }
  }
}

function draftOf(staged: StagedRows, row: number): Draft {
  const { file, line, bytes } = staged.get(row);
  const mapped = mapRecord(parseRecord(line, bytes), file);
  if (mapped.outcome === 'rejected') throw new Error(`${file}:${line} was a document before`);
  return mapped.draft;
}
