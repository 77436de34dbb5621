import { createHash, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ObjectStore } from './object-store.ts';

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

/** What every `ObjectStore` must do. Each adapter runs it unchanged. */
export function testObjectStore(name: string, open: () => Promise<ObjectStore>): void {
  describe(`ObjectStore contract: ${name}`, () => {
    let store: ObjectStore;
    let folder: string;

    beforeEach(async () => {
      store = await open();
      folder = `staging/${randomUUID()}`;
    });

    afterEach(() => store[Symbol.asyncDispose]());

    const put = (key: string, text = 'content') => {
      const content = Buffer.from(text);
      return store.put({ key: `${folder}/${key}`, content, sha256: sha256(content) });
    };

    async function read(key: string, range?: { start: number; end: number }): Promise<string | undefined> {
      const content = await store.get(`${folder}/${key}`, range);
      if (!content) return undefined;
      const parts: Uint8Array[] = [];
      for await (const part of content) parts.push(part);
      return Buffer.concat(parts).toString();
    }

    it('creates an object and gives it back', async () => {
      expect(await put('a.json', '公文')).toBe('created');
      expect(await read('a.json')).toBe('公文');
      expect(await store.head(`${folder}/a.json`)).toEqual({ key: `${folder}/a.json`, bytes: 6 });
    });

    it('leaves an existing object as it was', async () => {
      await put('a', 'first');
      expect(await put('a', 'second')).toBe('exists');
      expect(await read('a')).toBe('first');
    });

    it('lets one of 32 racing writers win', async () => {
      const outcomes = await Promise.all(Array.from({ length: 32 }, (_, n) => put('race', `writer ${n}`)));
      expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
      expect(await read('race')).toBe(`writer ${outcomes.indexOf('created')}`);
    });

    it('refuses content with another hash and keeps nothing of it', async () => {
      const object = { key: `${folder}/a`, content: Buffer.from('x'), sha256: sha256(Buffer.from('y')) };
      expect(await store.put(object)).toBe('digest_mismatch');
      expect(await store.head(`${folder}/a`)).toBeUndefined();
    });

    it('takes a stream', async () => {
      await store.put({ key: `${folder}/a`, content: twoParts(), sha256: sha256(Buffer.from('one two')) });
      expect(await read('a')).toBe('one two');
    });

    it('keeps nothing of a stream that fails', async () => {
      const object = { key: `${folder}/a`, content: broken(), sha256: sha256(Buffer.from('half')) };
      await expect(store.put(object)).rejects.toThrow('connection lost');
      expect(await store.head(`${folder}/a`)).toBeUndefined();
    });

    it('gives a range, both ends inclusive', async () => {
      await put('a', '0123456789');
      expect(await read('a', { start: 2, end: 4 })).toBe('234');
    });

    it('keeps an empty object', async () => {
      await put('empty', '');
      expect(await read('empty')).toBe('');
    });

    it('answers undefined for what is not there', async () => {
      expect(await read('none')).toBeUndefined();
      expect(await store.head(`${folder}/none`)).toBeUndefined();
      expect(await store.copy(`${folder}/none`, `${folder}/b`)).toBeUndefined();
    });

    it('lists keys by prefix in code-unit order, page by page', async () => {
      const keys = ['a/b', 'a-b', 'a/a', 'b', 'a.b', '中/文', 'a/c/d'];
      for (const key of keys) await put(key);
      const found: string[] = [];
      let next: string | undefined;
      do {
        const page = await store.list(`${folder}/`, { limit: 2, ...(next !== undefined && { after: next }) });
        found.push(...page.objects.map(({ key }) => key.slice(folder.length + 1)));
        next = page.next;
      } while (next !== undefined);
      expect(found).toEqual(keys.toSorted());
      const below = await store.list(`${folder}/a/`);
      expect(below.objects.map(({ key }) => key.slice(folder.length + 1))).toEqual(['a/a', 'a/b', 'a/c/d']);
    });

    it('copies to a free key only', async () => {
      await put('a', 'content');
      expect(await store.copy(`${folder}/a`, `${folder}/b`)).toBe('created');
      expect(await store.copy(`${folder}/a`, `${folder}/b`)).toBe('exists');
      expect(await read('b')).toBe('content');
    });

    it.each(['../x', 'a//b', '/a', 'a/./b', 'a\\b', `a/${'x'.repeat(256)}`])(
      'refuses the key %s',
      async (key) => {
        const content = Buffer.from('x');
        await expect(store.put({ key, content, sha256: sha256(content) })).rejects.toThrow();
      },
    );

    it('deletes what is staged and nothing else', async () => {
      await put('a');
      await store.deleteStaged(`${folder}/a`);
      expect(await read('a')).toBeUndefined();
      await expect(store.deleteStaged('originals/a')).rejects.toThrow(/staged/);
    });
  });
}

async function* twoParts() {
  yield Buffer.from('one ');
  yield Buffer.from('two');
}

async function* broken() {
  yield Buffer.from('half');
  throw new Error('connection lost');
}
