import { normalizeText } from '@gongwen/domain';
import { describe, expect, it } from 'vitest';
import { QueryTooComplexError } from '../search-index.ts';
import { type SearchIndexFactory, found, indexOf, sample, today } from './search-samples.contract.ts';

// prettier-ignore
const spellings = [
  '临政发〔2025〕4号', '临政发[2025]4号', '临政发【2025】4号', '临政发(2025)4号', '临政发（2025）4号', '临政发﹝2025﹞4号', '临政发［2025］4号',
  '临政发{2025}4号', '临政发〔２０２５〕４号', '臨政發〔2025〕4號', '临政发〔2025〕04号', '临政发〔2025〕第4号', '临政发 〔2025〕 4 号', '(臨政發【２０２５】第０４號)',
];
// prettier-ignore
const injections = ['"', '""', '"社保', '*', '社保*', 'NEAR(社保 补贴)', '-', '-社保', ':', 'title:社保', '(', ')', '^', '+', '{', 'AND', 'OR NOT', '\\', "'; DROP TABLE x; --", '\0'];

/** What a query’s text finds, and how it is shown. */
export function testSearchTexts(factory: SearchIndexFactory): void {
  describe('texts', () => {
    it.each([
      ['a word of two characters in a text', '补贴'],
      ['a longer word', '见习补贴'],
      ['two words, in whatever order and field', '补贴 青年'],
      ['a quoted phrase', '"申领见习补贴"'],
      ['one character of a title', '法'],
      ['traditional characters', '見習補貼'],
      ['full width letters', 'ＡＰＰ'],
      ['Latin letters in another case', 'App'],
      ['digits', '2025'],
    ])('are found by %s', async (_, text) => {
      await using index = await indexOf(factory, [
        sample('ll-hrss:1', { title: '青年就业见习管理办法', text: '单位在2025年以前通过APP申领见习补贴。' }),
        sample('ll-hrss:2', { title: '公园养护规定', text: '绿化与灌溉' }),
      ]);
      expect(await found(index, { text })).toEqual(['ll-hrss:1']);
    });

    it.each(['见习 灌溉', '见灌', '"补贴见习"', '补', ' ', '，。', 'AP'])(
      'are not found by %j',
      async (text) => {
        await using index = await indexOf(factory, [
          sample('ll-hrss:1', { title: '青年就业办法', text: '通过APP申领见习补贴' }),
          sample('ll-hrss:2', { title: '公园养护规定', text: '绿化与灌溉' }),
        ]);
        expect(await found(index, { text })).toEqual([]);
      },
    );

    it('count for more in the title', async () => {
      await using index = await indexOf(factory, [
        sample('ll-hrss:1', { title: '公园养护规定', text: '见习生也可以参加' }),
        sample('ll-hrss:2', { title: '青年见习规定', text: '职工也可以参加' }),
        sample('ll-hrss:3', { title: '道路养护规定', text: '另行通知' }),
      ]);
      expect(await found(index, { text: '见习' })).toEqual(['ll-hrss:2', 'll-hrss:1']);
    });

    it.each(spellings)('find the document with the number first when they are %s', async (text) => {
      await using index = await indexOf(factory, [
        sample('ll-gov:1', {
          title: '临政发〔2025〕4号与临政发〔2025〕4号文',
          text: '将临政发〔2025〕4号修改如下',
        }),
        sample('ll-gov:2', { number: '临政发〔2025〕4号', text: '绿化与灌溉。'.repeat(100) }),
        sample('ll-gov:3', {
          title: '另一办法',
          number: '临政发〔2025〕14号',
          text: '依据临政发〔2025〕40号',
        }),
      ]);
      expect(await found(index, { text })).toEqual(['ll-gov:2', 'll-gov:1']);
    });

    it('find a number by its agency code', async () => {
      await using index = await indexOf(factory, [sample('ll-gov:2', { number: '临政办发〔2025〕4号' })]);
      expect(await found(index, { text: '临政办发' })).toEqual(['ll-gov:2']);
    });

    it.each(injections)('do no harm when they are %j', async (text) => {
      await using index = await indexOf(factory, [
        sample('ll-hrss:1', { title: '社保补贴' }),
        sample('ll-hrss:2', { title: '公园养护' }),
      ]);
      expect(await found(index, { text })).not.toContain('ll-hrss:2');
      expect(await found(index, {})).toEqual(['ll-hrss:1', 'll-hrss:2']);
    });

    it.each([
      ['200 characters', '补'.repeat(200), false],
      ['201 characters', '补'.repeat(201), true],
      ['32 words', '补贴 '.repeat(32), false],
      ['33 words', '补贴 '.repeat(33), true],
    ])('of %s are refused only beyond the limits', async (_, text, refused) => {
      await using index = await factory();
      const search = index.search({ text, on: today, sort: 'relevance', limit: 10 });
      if (refused) await expect(search).rejects.toThrow(QueryTooComplexError);
      else await expect(search).resolves.toMatchObject({ total: 0 });
    });

    it('are marked in title and text, everything else escaped', async () => {
      await using index = await indexOf(factory, [
        sample('ll-hrss:1', { title: '<b>见习</b>&"补贴"', text: `<script>alert('见习')</script>` }),
      ]);
      const { hits } = await index.search({ text: '见习', on: today, sort: 'relevance', limit: 1 });
      expect(hits[0]?.highlights).toEqual({
        title: '&lt;b&gt;<mark>见习</mark>&lt;/b&gt;&amp;&quot;补贴&quot;',
        text: '&lt;script&gt;alert(&#39;<mark>见习</mark>&#39;)&lt;/script&gt;',
      });
    });

    it.each([
      [
        'as long',
        '關於“补贴”管理办法（试行）：２０２６年版',
        '關於“<mark>补贴</mark>”管理办法（试行）：２０２６年版',
      ],
      ['longer', '㎡以上…的补贴⑴', '㎡以上…的<mark>补贴</mark>⑴'],
      ['another word', '反覆與软体补贴', '反覆與软体<mark>补贴</mark>'],
    ])(
      'are marked in the words as they were published, the searched form being %s',
      async (_, words, marked) => {
        const normalized = { title: normalizeText(words), text: normalizeText(words) };
        const { snapshot } = sample('ll-hrss:1').document;
        const published = { ...snapshot, title: words, body: { text: words } };
        await using index = await indexOf(factory, [
          sample('ll-hrss:1', { ...normalized, snapshot: published }),
        ]);
        const { hits } = await index.search({ text: '补贴', on: today, sort: 'relevance', limit: 1 });
        expect(hits[0]?.highlights).toEqual({ title: marked, text: marked });
      },
    );

    it('are marked in the published words of a long text, too', async () => {
      const words = `${'…'.repeat(70)}的，补贴（一）。${'绿化，'.repeat(70)}`;
      const { snapshot } = sample('ll-hrss:1').document;
      const published = { ...snapshot, body: { text: words } };
      await using index = await indexOf(factory, [
        sample('ll-hrss:1', { text: normalizeText(words), snapshot: published }),
      ]);
      const { hits } = await index.search({ text: '补贴', on: today, sort: 'relevance', limit: 1 });
      expect(hits[0]?.highlights?.text).toContain('…的，<mark>补贴</mark>（一）。绿化，');
    });

    it('leave a title as it was published where they have no place in it', async () => {
      const { snapshot } = sample('ll-hrss:1', { title: '关于（补贴）的办法' }).document;
      await using index = await indexOf(factory, [sample('ll-hrss:1', { title: '另一补贴', snapshot })]);
      const { hits } = await index.search({ text: '补贴', on: today, sort: 'relevance', limit: 1 });
      expect(hits[0]?.highlights?.title).toBe('关于（补贴）的办法');
    });

    it.each([
      ['"申领见习"', '可<mark>申领见习</mark>补贴；见习期满后申领。'],
      ['临政发[2025]4号', '<mark>临政发〔2025〕4</mark>号与2025年第4号。'],
    ])('that stand side by side, as %s, are marked only where they do', async (asked, marked) => {
      const text = marked.replaceAll(/<\/?mark>/g, '');
      await using index = await indexOf(factory, [sample('ll-hrss:1', { text })]);
      const { hits } = await index.search({ text: asked, on: today, sort: 'relevance', limit: 1 });
      expect(hits[0]?.highlights?.text).toBe(marked);
    });

    it('are shown in at most two snippets of a long text', async () => {
      const text = `${'绿化。'.repeat(100)}见习补贴${'灌溉。'.repeat(100)}见习补贴${'养护。'.repeat(100)}见习补贴`;
      await using index = await indexOf(factory, [sample('ll-hrss:1', { text })]);
      const { hits } = await index.search({ text: '见习补贴', on: today, sort: 'relevance', limit: 1 });
      const snippet = hits[0]?.highlights?.text ?? '';
      expect(snippet.match(/<mark>见习补贴<\/mark>/g)).toHaveLength(2);
      expect(snippet.length).toBeLessThan(250);
    });

    it('are what highlights need', async () => {
      await using index = await indexOf(factory, [sample('ll-hrss:1')]);
      const { hits } = await index.search({ on: today, sort: 'relevance', limit: 1 });
      expect(hits[0]).not.toHaveProperty('highlights');
    });
  });
}
