import { readFileSync } from 'node:fs';
import { type SynonymGroup, maximumNames } from '@gongwen/ports';
import { ConfigurationError } from '@gongwen/service-kit';

/**
 * Reads the operator’s file of names that mean the same in a search: a JSON array of arrays, each with the two to eight
 * names of one thing, of at least two characters. No file: none.
 *
 * @throws ConfigurationError that names every entry that is wrong
 */
export function readSynonyms(path: string): readonly SynonymGroup[] {
  if (path === '') return [];
  const groups = readJson(path);
  if (!Array.isArray(groups)) throw new ConfigurationError([`${path}: 应为数组 / expected an array`]);
  const problems = groups.flatMap((group, index) =>
    isGroup(group)
      ? []
      : [
          `${path}[${index}]: 应为 2–${maximumNames} 个名称的数组，每个至少两个字 / expected an array of 2–${maximumNames} names of at least two characters`,
        ],
  );
  if (problems.length > 0) throw new ConfigurationError(problems);
  return groups as readonly SynonymGroup[]; // checked just above
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ConfigurationError([`${path}: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

function isGroup(group: unknown): boolean {
  return (
    Array.isArray(group) &&
    group.length >= 2 &&
    group.length <= maximumNames &&
    // a single character or a word with blanks is never met in the words of a query
    group.every((name) => typeof name === 'string' && /^[\p{L}\p{N}]{2,50}$/u.test(name))
  );
}
