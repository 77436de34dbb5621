import { type FileHandle, open } from 'node:fs/promises';
import type { Refusal } from '../mapping/draft.ts';

/** A line of the rejects file. */
export interface Reject extends Refusal {
  readonly file: string;
  readonly line: number;
  /** The original line, byte for byte. */
  readonly originalBase64: string;
}

export interface RejectsFile extends AsyncDisposable {
  write(place: { file: string; line: number; bytes: Buffer }, refusal: Refusal): Promise<void>;
}

/** Opens the rejects file anew: an import that is run again finds the same rejects again. */
export async function openRejects(path: string): Promise<RejectsFile> {
  const handle = await open(path, 'w');
  let last = Promise.resolve(); // appends one after the other
  return {
    write({ file, line, bytes }, { code, pointer, reason }) {
      const reject: Reject = { file, line, code, pointer, reason, originalBase64: bytes.toString('base64') };
      last = last.then(() => append(handle, `${JSON.stringify(reject)}\n`));
      return last;
    },
    async [Symbol.asyncDispose]() {
      await last.catch(() => {}); // whoever wrote has heard of it
      await handle.close();
    },
  };
}

async function append(handle: FileHandle, text: string): Promise<void> {
  await handle.appendFile(text, 'utf8');
}
