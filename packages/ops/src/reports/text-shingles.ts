import { normalizeText } from '@gongwen/domain';
import type { Body } from '@gongwen/schemas';

const shingleLength = 5;

/** Every run of five letters of a text without markup, blanks and punctuation; empty when there is none. */
export function textShingles({ text, html }: Body = {}): ReadonlySet<string> {
  const plain = normalizeText(text ?? html?.replaceAll(/<[^>]*>/g, ' ') ?? '');
  const letters = plain.replaceAll(/[^\p{Letter}\p{Number}]/gu, '');
  const shingles = new Set<string>();
  for (let start = 0; start + shingleLength <= letters.length; start++) {
    shingles.add(letters.slice(start, start + shingleLength));
  }
  return shingles;
}

/** Jaccard: what both have of what either has, 0–1. Sizes that rule out `least` cost no comparison and give 0. */
export function similarityOf(one: ReadonlySet<string>, other: ReadonlySet<string>, least: number): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (small.size === 0 || small.size < least * large.size) return 0;
  let inBoth = 0;
  for (const shingle of small) if (large.has(shingle)) inBoth++;
  return inBoth / (small.size + large.size - inBoth);
}
