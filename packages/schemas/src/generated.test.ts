import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';

const home = fileURLToPath(new URL('..', import.meta.url));

describe('generated files', () => {
  it('are what the sources say, byte for byte', { timeout: 60_000 }, async () => {
    const other = await mkdtemp(join(tmpdir(), 'gongwen-generated-'));
    onTestFinished(() => rm(other, { recursive: true }));
    await promisify(execFile)(process.execPath, [join(home, 'scripts/generate.ts'), other]);
    for (const folder of ['schema', 'src/generated']) {
      const names = await readdir(join(other, folder));
      const committed = await readdir(join(home, folder));
      expect(names.toSorted()).toEqual(committed.filter((name) => name !== 'published.lock.json').toSorted());
      for (const name of names) {
        const [fresh, kept] = await Promise.all([
          readFile(join(other, folder, name)),
          readFile(join(home, folder, name)),
        ]);
        expect(fresh.equals(kept), `${folder}/${name} is stale: npm run generate`).toBe(true);
      }
    }
  });
});
