import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { found, indexOf, sample } from '../search-contract/search-samples.contract.ts';
import { testSearchIndex } from '../search-index.contract.ts';
import { createSqliteSearchIndex } from './search-index.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongwen-search-'));
let files = 0;
const freshPath = () => join(folder, `search-${++files}.sqlite`);

afterAll(() => rmSync(folder, { recursive: true }));

testSearchIndex('sqlite', async () => createSqliteSearchIndex({ path: freshPath() }));

describe('a file of the sqlite search index', () => {
  it('keeps its entries when it is closed', async () => {
    const path = freshPath();
    const entry = sample('ll-gov:1', { text: '见习补贴' });
    await using first = await indexOf(async () => createSqliteSearchIndex({ path }), [entry]);
    await first[Symbol.asyncDispose]();
    await using second = createSqliteSearchIndex({ path });
    expect(await second.get('ll-gov:1')).toEqual(entry);
    expect(await found(second, { text: '补贴' })).toEqual(['ll-gov:1']);
  });

  it('is shared: what one opener writes and promotes, the other sees', async () => {
    const path = freshPath();
    await using writer = createSqliteSearchIndex({ path });
    await using reader = createSqliteSearchIndex({ path });
    await writer.createGeneration('second');
    await writer.write([sample('ll-gov:1')], 'second');
    expect(await found(reader, {})).toEqual([]);
    await writer.promote('second');
    expect(await found(reader, {})).toEqual(['ll-gov:1']);
  });

  it('of another version is refused, until it was rebuilt', async () => {
    const path = freshPath();
    const old = new DatabaseSync(path);
    old.exec(`
      CREATE TABLE generations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, live INTEGER NOT NULL);
      INSERT INTO generations (name, live) VALUES ('initial', 1);
      CREATE TABLE documents_1 (documentId TEXT);
    `);
    old.close();
    expect(() => createSqliteSearchIndex({ path })).toThrow(/version 1, expected \d+: run gongwen rebuild/);
    await using rebuilt = createSqliteSearchIndex({ path, toRebuild: true });
    await rebuilt.createGeneration('second');
    await rebuilt.write([sample('ll-gov:1')], 'second');
    await rebuilt.promote('second');
    await using reopened = createSqliteSearchIndex({ path });
    expect(await found(reopened, {})).toEqual(['ll-gov:1']);
  });
});
