import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { type FileHandle, link, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { requireObjectKey, requireStagedKey } from '../object-key.ts';
import type { NewObject, ObjectInfo, ObjectStore } from '../object-store.ts';
import { keysBelow } from './keys-below.ts';

const pageSize = 1_000;
/** A write that has not ended by then has died with its process. */
const abandonedAfterMs = 3_600_000;

/** Objects as files: written aside, flushed, then linked to their name, so that a name never shows half an object. */
export function createFilesObjectStore({ directory }: { directory: string }): ObjectStore {
  const root = join(directory, 'keys');
  const aside = join(directory, 'incoming');
  mkdirSync(root, { recursive: true });
  mkdirSync(aside, { recursive: true });
  const pathOf = (key: string) => {
    requireObjectKey(key);
    return join(root, key);
  };
  const swept = removeAbandoned(aside);

  return {
    async put(object) {
      const path = pathOf(object.key);
      const temporary = join(aside, randomUUID());
      try {
        const digest = await writeFlushed(temporary, object.content);
        if (digest !== object.sha256) return 'digest_mismatch';
        return await linkNew(temporary, path);
      } finally {
        await rm(temporary, { force: true });
      }
    },
    async get(key, range) {
      const path = pathOf(key);
      return (await infoOf(key, path)) ? createReadStream(path, range ?? {}) : undefined;
    },
    head: (key) => infoOf(key, pathOf(key)),
    async list(prefix, { after = '', limit = pageSize } = {}) {
      const objects: ObjectInfo[] = [];
      for await (const key of keysBelow(root, prefix, after)) {
        if (objects.length === limit) return { objects, next: objects.at(-1)?.key ?? '' };
        const info = await infoOf(key, pathOf(key));
        if (info) objects.push(info);
      }
      return { objects };
    },
    async copy(from, to) {
      const source = pathOf(from);
      return (await infoOf(from, source)) ? linkNew(source, pathOf(to)) : undefined;
    },
    async deleteStaged(key) {
      requireStagedKey(key);
      await rm(pathOf(key), { force: true });
    },
    async [Symbol.asyncDispose]() {
      await swept;
    },
  };
}

async function writeFlushed(path: string, content: NewObject['content']): Promise<string> {
  const hash = createHash('sha256');
  await using file = await open(path, 'wx');
  for await (const part of content instanceof Uint8Array ? [content] : content) {
    hash.update(part);
    await file.writeFile(part); // at the current position
  }
  await file.sync();
  return hash.digest('hex');
}

async function linkNew(from: string, to: string): Promise<'created' | 'exists'> {
  await mkdir(dirname(to), { recursive: true });
  try {
    await link(from, to);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return 'exists';
    throw error;
  }
  // the name itself must be on disk, too
  await using folder: FileHandle = await open(dirname(to), 'r');
  await folder.sync();
  return 'created';
}

async function infoOf(key: string, path: string): Promise<ObjectInfo | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? { key, bytes: found.size } : undefined;
}

async function removeAbandoned(aside: string): Promise<void> {
  for (const name of await readdir(aside)) {
    const path = join(aside, name);
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > abandonedAfterMs) await rm(path, { force: true });
  }
}
