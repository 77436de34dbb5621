export interface ObjectInfo {
  readonly key: string;
  readonly bytes: number;
}

export interface NewObject {
  readonly key: string;
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
  /** Lower-case hex; content with another hash is refused and leaves nothing behind. */
  readonly sha256: string;
}

/** `exists` = an object has the key already; it is left as it was. */
export type PutOutcome = 'created' | 'exists' | 'digest_mismatch';

export interface ByteRange {
  /** First byte, from 0. */
  readonly start: number;
  /** Last byte, inclusive. */
  readonly end: number;
}

export interface ObjectPage {
  readonly objects: readonly ObjectInfo[];
  /** Pass it as `after` for the next page; absent on the last one. */
  readonly next?: string;
}

/**
 * Objects that are written once. Keys are `/`-separated segments of 1–255 bytes without `.` and `..`; a key is never
 * also a folder of another key.
 *
 * An implementer guarantees: an object appears whole or not at all, and is durable when `put` or `copy` resolves;
 * racing writers of one key leave one winner; a wrong hash leaves nothing. Not its job: media types, access rights.
 */
export interface ObjectStore extends AsyncDisposable {
  /** Creates the object if the key is free. */
  put(object: NewObject): Promise<PutOutcome>;
  /** The content, whole or a range; `undefined` when there is no such key. */
  get(key: string, range?: ByteRange): Promise<AsyncIterable<Uint8Array> | undefined>;
  head(key: string): Promise<ObjectInfo | undefined>;
  /** Objects whose key starts with the prefix, in key order (by code unit), 1 000 a page unless told. */
  list(prefix: string, options?: { readonly after?: string; readonly limit?: number }): Promise<ObjectPage>;
  /** Copies if the new key is free; `undefined` when the source is missing. */
  copy(from: string, to: string): Promise<'created' | 'exists' | undefined>;
  /** Only below `staging/`: originals and records are for ever. */
  deleteStaged(key: string): Promise<void>;
}
