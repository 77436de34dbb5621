import { describe, expect, it } from 'vitest';
import { maximumNames, namesIn, shippedSynonyms, synonymsOf } from './synonyms.ts';

describe('names in a text', () => {
  it('are the longest that begin there, and do not overlap', () => {
    const synonyms = synonymsOf([
      ['国家发展改革委', '国家发改委'],
      ['发展改革委', '发改委'],
    ]);
    expect(namesIn('国家发展改革委和市发改委', synonyms)).toEqual([
      { start: 0, end: 7, others: ['国家发改委'] },
      { start: 9, end: 12, others: ['发展改革委'] },
    ]);
  });

  it('mean what any of their groups means', () => {
    const synonyms = synonymsOf([
      ['审批局', '行政审批服务局'],
      ['审批局', '政务服务局'],
    ]);
    expect(synonyms.get('审批局')).toEqual(['行政审批服务局', '政务服务局']);
  });

  it('are compared in simplified characters', () => {
    expect(synonymsOf([['人社局', '人力資源和社會保障局']]).get('人社局')).toEqual(['人力资源和社会保障局']);
  });

  it('have letters', () => {
    expect(synonymsOf([['——', '人社局']]).size).toBe(1);
  });
});

it('ships names that each belong to one group, no group too large', () => {
  const names = shippedSynonyms.flat();
  expect(new Set(names).size).toBe(names.length);
  expect(Math.max(...shippedSynonyms.map(({ length }) => length))).toBeLessThanOrEqual(maximumNames);
});
