import { describe, expect, it } from 'vitest';
import { shippedSynonyms, synonymsOf } from '../synonyms.ts';
import { type SearchIndexFactory, found, indexOf, sample } from './search-samples.contract.ts';

const synonyms = synonymsOf(shippedSynonyms);

const office = '临澜市人民政府办公室';
const labour = '临澜市人力资源和社会保障局';
const documents = [
  sample('ll-hrss:1', { title: '养老服务补贴办法', issuers: [labour], text: '老年人' }),
  sample('ll-hrss:2', { title: '养老机构管理办法', issuers: ['临澜市民政局'], text: '老年人' }),
  sample('ll-gov:3', { title: '关于防汛工作的通知', issuers: [office], text: '各区县' }),
  sample('ll-gov:4', {
    title: '关于春耕的通知',
    issuers: ['临澜市人民政府', '临澜市农业农村局'],
    text: '各区县',
  }),
];

/** The names of who issued a document, as words of a text. */
export function testSearchIssuers(factory: SearchIndexFactory): void {
  describe('issuers', () => {
    it.each([
      ['a word of the title and one of the issuer', '市人力资源 养老', ['ll-hrss:1']],
      ['another name of the issuer', '市人社局 养老', ['ll-hrss:1']],
      ['another name of a government’s office', '市政府办 通知', ['ll-gov:3']],
      ['another name of a government', '市政府', ['ll-gov:3', 'll-gov:4']],
      ['the whole name', `${office} 通知`, ['ll-gov:3']],
      ['the whole name in quotes', `"${office}"`, ['ll-gov:3']],
      ['traditional characters', '人力資源和社會保障局', ['ll-hrss:1']],
      ['the second issuer', '农业农村局 通知', ['ll-gov:4']],
      ['no other issuer', '市民政局 补贴', []],
      ['a phrase that reaches from one issuer into the next', '"人民政府临澜市农业"', []],
    ])('are found by %s', async (_, text, expected) => {
      await using index = await indexOf(factory, documents);
      expect((await found(index, { text, synonyms })).toSorted()).toEqual(expected);
    });

    it('are kept as they are written, and read as simplified characters', async () => {
      const issuers = ['臨瀾市（試驗）管委會'];
      await using index = await indexOf(factory, [sample('ll-gov:1', { issuers })]);
      expect(await found(index, { text: '试验 管委会' })).toEqual(['ll-gov:1']);
      expect(await found(index, { filters: { issuer: issuers } })).toEqual(['ll-gov:1']);
    });

    it('count for less than the title and for more than the text', async () => {
      const others = { title: '公园养护规定', issuers: ['临澜市园林局'], text: '绿化与灌溉事项' };
      await using index = await indexOf(factory, [
        sample('ll-park:1', { ...others, text: '由水务局灌溉' }),
        sample('ll-park:2', { ...others, issuers: ['临澜市水务局'] }),
        sample('ll-park:3', { ...others, title: '水务局养护规定' }),
        sample('ll-park:4', others),
      ]);
      expect(await found(index, { text: '水务局' })).toEqual(['ll-park:3', 'll-park:2', 'll-park:1']);
    });

    it('are forgotten with the version that named them', async () => {
      await using index = await indexOf(factory, [sample('ll-gov:1', { issuers: [office] })]);
      const later = sample('ll-gov:1', { issuers: [labour] }, { version: 2 });
      await index.write([later]);
      await expect.poll(() => found(index, { text: '人力资源' }), { timeout: 2000 }).toEqual(['ll-gov:1']);
      expect(await found(index, { text: office })).toEqual([]);
    });
  });
}
