import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from './has-code.ts';

/**
 * The keys with a prefix, after another key, in code-unit order of whole keys. A folder sorts as its name with `/`, so
 * that `a-b` comes before `a/b`; folders that cannot hold a wanted key are not entered.
 */
export async function* keysBelow(
  root: string,
  prefix: string,
  after: string,
  folder = '',
): AsyncIterable<string> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return [];
    throw error; // a short list would look like lost objects
  });
  const keys = entries.map((entry) => folder + entry.name + (entry.isDirectory() ? '/' : '')).toSorted();
  for (const key of keys) {
    const mayMatch = key.startsWith(prefix) || (key.endsWith('/') && prefix.startsWith(key));
    const isPast = key.endsWith('/') ? key < after && !after.startsWith(key) : key <= after;
    if (!mayMatch || isPast) continue;
    if (key.endsWith('/')) yield* keysBelow(root, prefix, after, key);
    else yield key;
  }
}
