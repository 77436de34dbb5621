// Adds schemas that are new to schema/published.lock.json. It never changes what stands there: that is published.
import { writeFile } from 'node:fs/promises';
import { currentLock, lockFile, readLock, readSchemas } from './published-lock.ts';

const current = currentLock(await readSchemas());
const lock = await readLock().catch((error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOENT') return {};
  throw error;
});
const merged = Object.entries({ ...current, ...lock }).toSorted(([a], [b]) => (a < b ? -1 : 1));
await writeFile(lockFile, `${JSON.stringify(Object.fromEntries(merged), null, 2)}\n`);
console.log(`${merged.length - Object.keys(lock).length} added, ${merged.length} in all`);
