import { describe, expect, it } from 'vitest';
import { readNumber } from './read-number.ts';

describe('readNumber', () => {
  it('reads a number in any brackets', () => {
    expect(readNumber('（临林字[2006]23号）')).toMatchObject({
      number: { canonical: '临林字〔2006〕23号', form: 'agency_year' },
      warnings: [],
    });
  });

  it.each(['2020年3月11日', '（２００３年６月２５日）', '2016年临澜市绿化状况公报'])(
    'finds no number in %s',
    (column) => {
      expect(readNumber(column)).toEqual({ warnings: [{ code: 'number_not_a_number', detail: column }] });
    },
  );

  it.each(['〔2003〕第1号', '第1号', '2016年第1号', '绿化情况通报 2008年第1期'])(
    'keeps %s, and doubts it',
    (column) => {
      expect(readNumber(column)).toMatchObject({
        number: { raw: column, form: 'free' },
        warnings: [{ code: 'number_irregular' }],
      });
    },
  );

  it('adds a missing 号', () => {
    const { number, warnings } = readNumber('临财〔2015〕2926');
    expect(number?.raw).toBe('临财〔2015〕2926号');
    expect(warnings).toEqual([{ code: 'number_mended', detail: '临财〔2015〕2926' }]);
  });

  it('says nothing of an empty column', () => {
    expect(readNumber(' ')).toEqual({ warnings: [] });
  });
});
