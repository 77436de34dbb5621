import { describe, expect, it } from 'vitest';
import { areAlike, textShingles } from './text-shingles.ts';

const setOf = (from: number, to: number) =>
  new Set(Array.from({ length: to - from }, (_none, index) => String(from + index)));

describe('areAlike', () => {
  it.each([
    ['the same', setOf(0, 100), setOf(0, 100), true],
    ['90 of 100 in common', setOf(0, 100), setOf(0, 90), true],
    ['89 of 100 in common', setOf(0, 100), setOf(0, 89), false],
    ['95 in both of 105', setOf(0, 100), setOf(5, 105), true],
    ['94 in both of 106', setOf(0, 100), setOf(6, 106), false],
    ['nothing to compare', setOf(0, 0), setOf(0, 0), false],
  ])('%s: %s', (_case, one, other, expected) => {
    expect(areAlike(one, other, 0.9)).toBe(expected);
    expect(areAlike(other, one, 0.9)).toBe(expected);
  });
});

it('reads letters only, in one spelling', () => {
  expect(textShingles({ html: '<p>臨瀾市，見習</p>' })).toEqual(textShingles({ text: '临澜 市见习' }));
  expect(textShingles({ text: '过短' }).size).toBe(0);
});
