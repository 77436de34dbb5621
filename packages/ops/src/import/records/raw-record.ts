import type { Refusal } from '../mapping/draft.ts';

/** One record that is not blank. `bytes` are its own: a line without its break, an article with its tags. */
export type RawRecord = {
  /** Lines and articles count from 1. */
  readonly line: number;
  readonly bytes: Buffer;
} & ({ readonly value: unknown } | { readonly refusal: Refusal });

/** A record of which only the beginning was read. */
export function tooLong(line: number, bytes: Buffer, maximumBytes: number): RawRecord {
  const reason = `一条记录超过 ${maximumBytes} 字节 / the record is longer`;
  return { line, bytes, refusal: { code: 'BODY_TOO_LARGE', pointer: '', reason } };
}
