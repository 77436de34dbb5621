import { describe, expect, it } from 'vitest';
import { shippedSynonyms, synonymsOf } from '../synonyms.ts';
import { type SearchIndexFactory, found, indexOf, sample, today } from './search-samples.contract.ts';

const synonyms = synonymsOf([...shippedSynonyms, ['临澜市行政审批服务局', '临澜审批局']]);

const documents = [
  sample('ll-hrss:1', { title: '见习补贴', text: '由市人力资源和社会保障局负责。' }),
  sample('ll-hrss:2', { title: '市人社局补贴办法' }),
  sample('ll-hrss:3', { title: '人力资源市场', text: '资源和社会力量，保障市民。局部调整。' }),
  sample('ll-house:4', { title: '住房公积金提取' }),
  sample('ll-house:5', { title: '公积金缴存' }),
  sample('ll-gov:6', { title: '国家发展改革委与市人社局' }),
];

/** Other names of the same agency. */
export function testSearchSynonyms(factory: SearchIndexFactory): void {
  describe('synonyms', () => {
    it.each([
      ['市人社局', ['ll-gov:6', 'll-hrss:1', 'll-hrss:2']],
      ['市人力资源和社会保障局', ['ll-gov:6', 'll-hrss:1', 'll-hrss:2']],
      ['市人力資源社會保障局', ['ll-gov:6', 'll-hrss:1', 'll-hrss:2']],
      ['人社局 补贴', ['ll-hrss:1', 'll-hrss:2']],
      ['市人社局负责', ['ll-hrss:1']],
      ['市人社局补贴', ['ll-hrss:2']],
      ['公积金', ['ll-house:4', 'll-house:5']],
      ['住房公积金', ['ll-house:4', 'll-house:5']],
      ['国家发展和改革委员会与市人力资源和社会保障局', ['ll-gov:6']],
      ['国家发改委人社局', []],
      ['省人社局', []],
    ])('are found by %s, in the same place', async (text, expected) => {
      await using index = await indexOf(factory, documents);
      expect((await found(index, { text, synonyms })).toSorted()).toEqual(expected);
    });

    it('are not asked for by words in quotes, nor without any', async () => {
      await using index = await indexOf(factory, documents);
      expect((await found(index, { text: '"市人社局"', synonyms })).toSorted()).toEqual([
        'll-gov:6',
        'll-hrss:2',
      ]);
      expect((await found(index, { text: '市人社局' })).toSorted()).toEqual(['ll-gov:6', 'll-hrss:2']);
    });

    it('are marked where they were found', async () => {
      await using index = await indexOf(factory, documents);
      const query = { text: '市人社局', synonyms, on: today, sort: 'relevance', limit: 10 } as const;
      const { hits } = await index.search({ ...query, department: 'll-hrss' });
      const texts = hits.map(({ document, highlights }) => [document.documentId, highlights?.text]);
      expect(Object.fromEntries(texts)['ll-hrss:1']).toBe('由<mark>市人力资源和社会保障局</mark>负责。');
    });

    it.each([
      ['names side by side', '市人社局市发改委市住建局'],
      ['many names', '人社局发改委'.repeat(30)],
      ['many words', '国办 人社局 '.repeat(16)],
    ])('do no harm in a text of %s', async (_, text) => {
      await using index = await indexOf(factory, [sample('ll-gov:1', { title: text }), ...documents]);
      expect(await found(index, { text, synonyms })).toContain('ll-gov:1');
    });

    it('of an operator are found', async () => {
      await using index = await indexOf(factory, [sample('ll-spb:1', { text: '临澜市行政审批服务局公告' })]);
      expect(await found(index, { text: '临澜审批局', synonyms })).toEqual(['ll-spb:1']);
    });
  });
}
