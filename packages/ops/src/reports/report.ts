import type { DocumentHead, LocalDate } from '@gongwen/domain';

/** A table that is read by people and by their spreadsheets. */
export interface Report {
  readonly title: { readonly zh: string; readonly en: string };
  /** In the order in which they are shown; rows may carry more for machines. */
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Sums of the rows, by code. */
  readonly counts?: Readonly<Record<string, number>>;
}

export interface Column {
  readonly key: string;
  readonly zh: string;
}

export type Row = Readonly<Record<string, string | number>>;

/** What every report is made of. */
export interface ReportInput {
  /** Every document, as its newest version says; their order is the order of rows where nothing else is. */
  readonly heads: readonly DocumentHead[];
  /** The day for which the report is true. */
  readonly today: LocalDate;
}
