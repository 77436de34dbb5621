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

/**
 * Whether two texts have at least this share (0–1) of all their shingles in common (Jaccard). Stops at the first shingle
 * that rules it out, which for two different texts is soon.
 */
export function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>, least: number): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  // of i shingles in both, i / (small + large - i) >= least
  let mayMiss = small.size - (least * (small.size + large.size)) / (1 + least);
  if (small.size === 0 || mayMiss < 0) return false;
  for (const shingle of small) {
    if (!large.has(shingle) && --mayMiss < 0) return false;
  }
  return true;
}
