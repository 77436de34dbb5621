import { normalizeText } from '@gongwen/domain';
import shippedGroups from '../data/names.json' with { type: 'json' };
import { plainTokens } from './text-tokens.ts';

/** Names of one thing, all of which mean the same, such as 人力资源和社会保障局 and 人社局. At most eight. */
export type SynonymGroup = readonly string[];

/** A name, normalised → the other names of what it names. */
export type Synonyms = ReadonlyMap<string, readonly string[]>;

/** A name within a text, in UTF-16 units, and its other names. */
export interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly others: readonly string[];
}

/** More would exceed what an OpenSearch query may hold. */
export const maximumNames = 8;

/** Short names of agencies that every city knows (`data/names.json`). A city adds its own. */
export const shippedSynonyms: readonly SynonymGroup[] = shippedGroups;

/** A name of several groups means what any of them means. */
export function synonymsOf(groups: readonly SynonymGroup[]): Synonyms {
  const others = new Map<string, readonly string[]>();
  for (const group of groups) {
    const names = [...new Set(group.map((name) => normalizeText(name)))].filter(isSearchable);
    for (const name of names) {
      const found = [...(others.get(name) ?? []), ...names.filter((other) => other !== name)];
      others.set(name, [...new Set(found)].slice(0, maximumNames - 1));
    }
  }
  return others;
}

/** The names in a normalised text, from left to right, each the longest that begins there; none overlap. */
export function namesIn(text: string, synonyms: Synonyms): readonly FoundName[] {
  const longest = Math.max(0, ...Array.from(synonyms.keys(), ({ length }) => length));
  const found: FoundName[] = [];
  for (let start = 0; start < text.length;) {
    const name = nameAt(text, start, longest, synonyms);
    if (name !== undefined) found.push(name);
    start = name?.end ?? start + 1;
  }
  return found;
}

function isSearchable(name: string): boolean {
  return plainTokens(name).length > 0;
}

function nameAt(text: string, start: number, longest: number, synonyms: Synonyms): FoundName | undefined {
  for (let end = Math.min(text.length, start + longest); end > start; end -= 1) {
    const others = synonyms.get(text.slice(start, end));
    if (others !== undefined) return { start, end, others };
  }
  return undefined;
}
