import { expect, it } from 'vitest';
import { toDay, toDays, toDimensions, toMonth } from './report-options.ts';

it('takes dates that exist', () => {
  expect(toDay('2026-02-28')).toBe('2026-02-28');
  expect(() => toDay('2026-02-30')).toThrow(/YYYY-MM-DD/);
  expect(toMonth('2026-11')).toBe('2026-11');
  expect(() => toMonth('2026-13')).toThrow(/YYYY-MM/);
});

it('takes any of the dimensions, in the order given', () => {
  expect(toDimensions('year, issuer')).toEqual(['year', 'issuer']);
  expect(() => toDimensions('year,colour')).toThrow(/colour.*year,issuer,docClass,validity/);
});

it('takes whole days', () => {
  expect(toDays('90')).toBe(90);
  expect(() => toDays('-1')).toThrow(/days/);
});
