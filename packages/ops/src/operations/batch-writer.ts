import { type FileHandle, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { hanwebFrame } from '@gongwen/syndicator';

/** Writes articles to `hanweb-0001.xml`, `hanweb-0002.xml` and so on. */
export interface BatchWriter extends AsyncDisposable {
  write(article: string): Promise<void>;
  /** Ends the last batch. */
  finish(): Promise<void>;
  /** The batches that are whole. */
  readonly files: readonly string[];
}

/** A batch has its name only when it is whole: nobody takes up half of one. */
export function createBatchWriter(directory: string, batchSize: number): BatchWriter {
  const files: string[] = [];
  let batch: { readonly handle: FileHandle; readonly path: string } | undefined;
  let articles = 0;

  const begin = async () => {
    const path = join(directory, `hanweb-${String(files.length + 1).padStart(4, '0')}.xml`);
    batch = { path, handle: await open(`${path}.part`, 'w') };
    await batch.handle.appendFile(hanwebFrame.start);
    return batch;
  };
  const finish = async () => {
    if (!batch) return;
    const { handle, path } = batch;
    await handle.appendFile(hanwebFrame.end);
    await handle.sync();
    await handle.close();
    await rename(`${path}.part`, path);
    files.push(path);
    [batch, articles] = [undefined, 0];
  };
  return {
    async write(article) {
      const { handle } = batch ?? (await begin());
      await handle.appendFile(article);
      articles++;
      if (articles >= batchSize) await finish();
    },
    finish,
    files,
    async [Symbol.asyncDispose]() {
      await batch?.handle.close();
    },
  };
}
