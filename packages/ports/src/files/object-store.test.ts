import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { testObjectStore } from '../object-store.contract.ts';
import { createFilesObjectStore } from './object-store.ts';

const directory = mkdtempSync(join(tmpdir(), 'gongwen-files-'));
afterAll(() => rmSync(directory, { recursive: true }));

testObjectStore('files', async () => createFilesObjectStore({ directory }));

describe('a files store whose disk fails', () => {
  it('throws instead of answering that there is nothing', async () => {
    const root = join(directory, 'broken');
    await using store = createFilesObjectStore({ directory: root });
    rmSync(join(root, 'keys'), { recursive: true });
    writeFileSync(join(root, 'keys'), 'no folder');
    await expect(store.list('records/')).rejects.toThrow(/ENOTDIR/);
  });
});
