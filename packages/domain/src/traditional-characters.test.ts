import fc from 'fast-check';
import { Converter } from 'opencc-js/t2cn';
import { to } from 'opencc-js/preset/t2cn';
import { describe, expect, it } from 'vitest';
import { toSimplified } from './traditional-characters.ts';

const convert = Converter({ from: 't', to: 'cn' });
const words = (to['cn'] ?? []).flat(2).flatMap((entries) => String(entries).split(/[|,]/));
const keys = words.map((entry) => entry.split(' ')[0] ?? '');

describe('toSimplified', () => {
  it('converts every word of the dictionary, and text around it, as the library does', () => {
    for (const key of keys) expect(toSimplified(`为了${key}的办法`)).toBe(convert(`为了${key}的办法`));
  });

  it('converts any text in NFKC as the library does', () => {
    const part = fc.oneof(fc.constantFrom(...keys), fc.string({ unit: 'grapheme' }), fc.constant('办法'));
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('').normalize('NFKC');
        expect(toSimplified(text)).toBe(convert(text));
      }),
      { numRuns: 2_000 },
    );
  });
});
