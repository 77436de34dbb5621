import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { testObjectStore } from '../object-store.contract.ts';
import { createFilesObjectStore } from './object-store.ts';

const directory = mkdtempSync(join(tmpdir(), 'gongwen-files-'));
afterAll(() => rmSync(directory, { recursive: true }));

testObjectStore('files', async () => createFilesObjectStore({ directory }));
