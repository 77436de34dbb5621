import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admit } from './admit.ts';

describe('admit', () => {
  it.each([
    [0, 1, 'admitted'],
    [4, 5, 'admitted'],
    [4, 4, 'void'],
    [4, 1, 'void'],
    [4, 6, 'gap'],
    [0, 2, 'gap'],
    [0, 0, 'void'],
  ])('after version %i calls version %i %s', (head, version, expected) => {
    expect(admit(head, version)).toBe(expected);
  });

  it('admits exactly 1..n of any log, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 40 }), (log) => {
        const admitted: number[] = [];
        for (const version of log) if (admit(admitted.length, version) === 'admitted') admitted.push(version);
        expect(admitted).toEqual(admitted.map((_, index) => index + 1));
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});
