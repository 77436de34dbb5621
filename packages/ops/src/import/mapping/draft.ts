import type {
  DocumentContent,
  ErrorCode,
  HistoryEntry,
  ImportSource,
  Provenance,
  PublishCommand,
} from '@gongwen/schemas';
import type { Warning } from './warning.ts';

export type Content = Omit<DocumentContent, 'provenance'>;
export type Gap = Provenance['gaps'][number];
export type StatedValidity = NonNullable<Provenance['statedValidity']>;
export type HistoryEvent = HistoryEntry['event'];

/** One row as a document, before rows of the same document are merged. */
export interface Draft {
  readonly content: Content;
  readonly source: ImportSource;
  readonly warnings: readonly Warning[];
  readonly statedValidity?: StatedValidity;
  /** The day of this text version. Versions of one law share title and number, so only this day tells them apart. */
  readonly versionOn?: string;
  /** The day from which this text version is in force. */
  readonly versionFrom?: string;
  /** The day of force that the text itself states: the law’s, or that of its newest revision. */
  readonly statedFrom?: string;
  /** The days on which a law was first passed and promulgated: all its versions share them. */
  readonly originDays?: readonly string[];
  /** The text’s place in its collection of laws, by which other records of that collection mean it. */
  readonly path?: string;
  /** What a record of our own shape says beside the document. */
  readonly own?: Omit<PublishCommand, 'document' | 'documentId'> & {
    readonly documentId?: string;
    readonly provenance?: Provenance;
  };
}

export interface Refusal {
  readonly code: ErrorCode;
  /** JSON pointer into the original record. */
  readonly pointer: string;
  readonly reason: string;
}

export type Mapped =
  { readonly outcome: 'document'; readonly draft: Draft } | ({ readonly outcome: 'rejected' } & Refusal);

/** Where a record stands. */
export interface Place {
  /** The file’s name without folders: the same collection elsewhere stays the same source. */
  readonly file: string;
  readonly line: number;
}

/** A JSON object, nothing known of its fields. */
export type Fields = Readonly<Record<string, unknown>>;

export function textField(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

/** The texts of a field that holds one text or a list of them. */
export function textsField(fields: Fields, name: string): string[] {
  const value = fields[name];
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.filter((item) => typeof item === 'string' && item.trim() !== '').map(String);
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy without the fields that are undefined, empty texts or empty lists. */
export function present<Value extends object>(value: {
  [Key in keyof Value]: Value[Key] | undefined;
}): Value {
  const entries = Object.entries(value).filter(
    ([, item]) => item !== undefined && item !== '' && !(Array.isArray(item) && item.length === 0),
  );
  return Object.fromEntries(entries) as Value; // only optional fields are ever given as undefined
}

/** The mandatory elements that a document lacks. */
export function gapsOf(content: Content, statedValidity: StatedValidity | undefined): Gap[] {
  const lacks: Record<Gap, boolean> = {
    body: content.body === undefined,
    documentNumber: content.documentNumber === undefined && !classesWithoutNumber.has(content.docClass),
    issuers: (content.issuers?.length ?? 0) === 0,
    issuedOn: content.issuedOn === undefined,
    publishedOn: content.publishedOn === undefined,
    renditions: content.renditions === undefined,
    themes: content.themes === undefined,
    validity: statedValidity === undefined,
  };
  // every key is a gap’s name, see the record’s type
  return (Object.keys(lacks) as Gap[]).filter((gap) => lacks[gap]);
}

const classesWithoutNumber: ReadonlySet<string> = new Set([
  'local_regulation',
  'interpretation',
  'qa_entry',
  'decision_process_item',
]);
