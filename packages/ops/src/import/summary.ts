import type { Gap } from './mapping/draft.ts';
import type { MergedDocument } from './merging/merge-drafts.ts';
import type { WarningCode } from './mapping/warning.ts';

/** What became of every record: `read = imported + alreadyThere + merged + rejected`. */
export interface ImportSummary {
  readonly read: number;
  /** Records that became a new document. */
  readonly imported: number;
  /** Records whose document was there before. */
  readonly alreadyThere: number;
  /** Further records of a document that is imported or was there. */
  readonly merged: number;
  readonly rejected: number;
  /** Rejected records by error code. */
  readonly byCode: Readonly<Record<string, number>>;
  /** Documents that lack a field, by field. */
  readonly gaps: Readonly<Partial<Record<Gap, number>>>;
  /** Warnings on documents, by code. */
  readonly warnings: Readonly<Partial<Record<WarningCode, number>>>;
}

export interface Tally {
  read(): void;
  rejected(code: string, records: number): void;
  settled(outcome: 'imported' | 'alreadyThere', records: number, document: MergedDocument): void;
  /** @throws Error when the counts do not add up: a record was lost */
  summary(): ImportSummary;
}

export function createTally(): Tally {
  const counts = { read: 0, imported: 0, alreadyThere: 0, merged: 0, rejected: 0 };
  const byCode: Record<string, number> = {};
  const gaps: Partial<Record<Gap, number>> = {};
  const warnings: Partial<Record<WarningCode, number>> = {};
  return {
    read() {
      counts.read++;
    },
    rejected(code, records) {
      counts.rejected += records;
      byCode[code] = (byCode[code] ?? 0) + records;
    },
    settled(outcome, records, document) {
      counts[outcome]++;
      counts.merged += records - 1;
      for (const gap of document.gaps) gaps[gap] = (gaps[gap] ?? 0) + 1;
      for (const { code } of document.warnings) warnings[code] = (warnings[code] ?? 0) + 1;
    },
    summary() {
      const { read, imported, alreadyThere, merged, rejected } = counts;
      const accounted = imported + alreadyThere + merged + rejected;
      if (accounted !== read) throw new Error(`${read} records were read, ${accounted} are accounted for`);
      return { ...counts, byCode, gaps, warnings };
    },
  };
}
