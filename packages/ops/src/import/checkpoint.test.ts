import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openCheckpoint } from './checkpoint.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'gongwen-checkpoint-'));
});

afterEach(() => rmSync(directory, { recursive: true }));

it('is saved whole when two imports save at the same time, and nothing else stays', async () => {
  const path = join(directory, 'import.checkpoint.json');
  const imports = await Promise.all([1, 2, 3, 4].map(() => openCheckpoint(path, 'same')));
  await Promise.all(imports.flatMap((one) => Array.from({ length: 50 }, () => one.save())));
  expect(readdirSync(directory)).toEqual(['import.checkpoint.json']);
  expect((await openCheckpoint(path, 'same')).settled).toBe(0);
});
