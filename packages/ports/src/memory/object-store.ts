import { createHash } from 'node:crypto';
import { requireObjectKey, requireStagedKey } from '../object-key.ts';
import type { ObjectStore } from '../object-store.ts';

const pageSize = 1_000;

/** A store in memory, for tests. */
export function createMemoryObjectStore(): ObjectStore {
  const objects = new Map<string, Uint8Array>();
  return {
    async put({ key, content, sha256 }) {
      requireObjectKey(key);
      const parts: Uint8Array[] = [];
      for await (const part of content instanceof Uint8Array ? [content] : content) parts.push(part);
      const bytes = Buffer.concat(parts);
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) return 'digest_mismatch';
      if (objects.has(key)) return 'exists';
      objects.set(key, bytes);
      return 'created';
    },
    async get(key, range) {
      const bytes = objects.get(key);
      if (!bytes) return undefined;
      const content = range ? bytes.subarray(range.start, range.end + 1) : bytes;
      return (async function* whole() {
        yield content;
      })();
    },
    async head(key) {
      const bytes = objects.get(key);
      return bytes && { key, bytes: bytes.byteLength };
    },
    async list(prefix, { after = '', limit = pageSize } = {}) {
      const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).toSorted();
      const page = keys.slice(0, limit);
      const last = page.at(-1);
      const found = page.map((key) => ({ key, bytes: objects.get(key)?.byteLength ?? 0 }));
      return { objects: found, ...(keys.length > limit && last !== undefined && { next: last }) };
    },
    async copy(from, to) {
      requireObjectKey(to);
      const bytes = objects.get(from);
      if (!bytes) return undefined;
      if (objects.has(to)) return 'exists';
      objects.set(to, bytes);
      return 'created';
    },
    async deleteStaged(key) {
      requireStagedKey(key);
      objects.delete(key);
    },
    async [Symbol.asyncDispose]() {
      objects.clear();
    },
  };
}
