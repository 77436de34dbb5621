import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';

/** What the file holds. */
interface Saved {
  /** Of the department, the rows and their grouping; another import does not continue this one. */
  readonly digest: string;
  /** All documents before this one (in order) are settled. */
  readonly settled: number;
  /** Of these, the ones that the publisher refused: they are asked again, so that they reach the new rejects file. */
  readonly refused: readonly number[];
}

/** How far an import has come. It only saves time: what it skips would be answered as already there. */
export interface Checkpoint {
  /** Whether a former run has published this document. */
  isPublished(index: number): boolean;
  /** Notes a document, in any order; saves now and then. */
  settle(index: number, isRefused: boolean): Promise<void>;
  save(): Promise<void>;
  remove(): Promise<void>;
  /** Every document before this one is settled. */
  readonly settled: number;
}

const settledPerSave = 200;

/** Goes on with the checkpoint of this very import, if there is one. */
export async function openCheckpoint(path: string, digest: string): Promise<Checkpoint> {
  const before = await load(path, digest);
  const published = { before: before?.settled ?? 0, refused: new Set(before?.refused) };
  const refused = new Set(before?.refused);
  const ahead = new Set<number>();
  let [settled, saved] = [published.before, published.before];
  let saving = Promise.resolve(); // one after the other, so that the newest comes last

  const save = () => {
    saved = settled;
    const content: Saved = { digest, settled, refused: [...refused].filter((index) => index < settled) };
    saving = saving.then(() => replace(path, JSON.stringify(content)));
    return saving;
  };
  return {
    isPublished: (index) => index < published.before && !published.refused.has(index),
    async settle(index, isRefused) {
      if (isRefused) refused.add(index);
      if (index >= settled) ahead.add(index);
      while (ahead.delete(settled)) settled++;
      if (settled - saved >= settledPerSave) await save();
    },
    save,
    async remove() {
      await saving;
      await rm(path, { force: true });
    },
    get settled() {
      return settled;
    },
  };
}

async function load(path: string, digest: string): Promise<Saved | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '{}');
  try {
    const saved = JSON.parse(text) as Partial<Saved>; // every field is checked below
    const isOurs = saved.digest === digest && Number.isSafeInteger(saved.settled);
    if (!isOurs || !Array.isArray(saved.refused)) return undefined;
    return { digest, settled: saved.settled ?? 0, refused: saved.refused };
  } catch {
    return undefined;
  }
}

/** In one step: a stop in between leaves the former checkpoint. Another import may be writing here, too. */
async function replace(path: string, text: string): Promise<void> {
  const part = `${path}.${randomUUID()}.part`;
  await writeFile(part, text);
  await rename(part, path);
}
