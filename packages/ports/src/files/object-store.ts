import { createHash, randomUUID } from 'node:crypto';
import { type Stats, createReadStream, mkdirSync } from 'node:fs';
import { type FileHandle, link, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { requireObjectKey, requireStagedKey } from '../object-key.ts';
import type { NewObject, ObjectInfo, ObjectStore } from '../object-store.ts';
import { hasCode } from './has-code.ts';
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
  swept.catch(() => undefined); // told at dispose; a failed sweep must not end the process

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
  const firstMade = await mkdir(dirname(to), { recursive: true });
  const outcome = await link(from, to).then(
    () => 'created' as const,
    (error: unknown) => {
      if (hasCode(error, 'EEXIST')) return 'exists' as const;
      throw error;
    },
  );
  // the name must be on disk, also a winner's that we only met, and so must every folder that was made for it
  const lastToFlush = firstMade === undefined ? dirname(to) : dirname(firstMade);
  for (let folder = dirname(to); ; folder = dirname(folder)) {
    await flushFolder(folder);
    if (folder === lastToFlush) return outcome;
  }
}

async function flushFolder(path: string): Promise<void> {
  await using folder: FileHandle = await open(path, 'r');
  await folder.sync();
}

async function infoOf(key: string, path: string): Promise<ObjectInfo | undefined> {
  const found = await statOf(path);
  return found?.isFile() ? { key, bytes: found.size } : undefined;
}

/** Only absence is an answer; a disk that fails must not look like an empty one. */
async function statOf(path: string): Promise<Stats | undefined> {
  return stat(path).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return undefined;
    throw error;
  });
}

async function removeAbandoned(aside: string): Promise<void> {
  for (const name of await readdir(aside)) {
    const path = join(aside, name);
    const found = await statOf(path);
    if (found && Date.now() - found.mtimeMs > abandonedAfterMs) await rm(path, { force: true });
  }
}
