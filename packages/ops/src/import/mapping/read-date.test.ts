import { describe, expect, it } from 'vitest';
import { readDate } from './read-date.ts';

describe('readDate', () => {
  it.each([
    ['2020-07-06 14:51:54', '2020-07-06'],
    ['2018年02月08日 ', '2018-02-08'],
    ['（２００３年６月２５日）', '2003-06-25'],
    ['2007 年 8 月 30 日', '2007-08-30'],
    ['一九八四年九月十日', '1984-09-10'],
    ['二〇〇一年十二月三十一日', '2001-12-31'],
    ['一九九四年十一月二十日', '1994-11-20'],
    ['2019/1/2', '2019-01-02'],
  ])('reads %s', (text, date) => {
    expect(readDate(text)).toEqual({ outcome: 'date', date });
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['2024-11', 'incomplete'],
    ['2024年11月', 'incomplete'],
    ['2024', 'incomplete'],
    ['2019-02-30', 'unreadable'],
    ['昨天', 'unreadable'],
    ['0019-02-03', 'unreadable'],
  ])('makes no date of “%s”', (text, outcome) => {
    expect(readDate(text)).toEqual({ outcome });
  });
});
