import { describe, expect, it } from 'vitest';
import { InvalidCursorError } from '../search-index.ts';
import {
  type SearchIndexFactory,
  allPages,
  found,
  indexOf,
  sample,
  today,
} from './search-samples.contract.ts';

const dated = [
  sample('ll-gov:1', { publishedOn: '2025-01-01', issuedOn: '2025-03-01' }),
  sample('ll-gov:2', { publishedOn: '2025-02-01' }),
  sample('ll-gov:3', { issuedOn: '2025-01-01' }),
  sample('ll-gov:4', { publishedOn: '2025-02-01', issuedOn: '2025-02-01' }),
];

/** Twenty-five documents, five on each day, the last five without a date; equal in what `标题` finds. */
const many = Array.from({ length: 25 }, (_, at) => {
  const day = Math.floor(at / 5) + 1;
  const documentId = `ll-gov:${String(at).padStart(2, '0')}`;
  return sample(documentId, { title: '标题', ...(day < 5 && { publishedOn: `2025-01-0${day}` }) });
});

/** Sorting and paging. */
export function testSearchPages(factory: SearchIndexFactory): void {
  describe('pages', () => {
    it.each([
      ['publishedOn', ['ll-gov:2', 'll-gov:4', 'll-gov:1', 'll-gov:3']],
      ['issuedOn', ['ll-gov:1', 'll-gov:4', 'll-gov:3', 'll-gov:2']],
      ['relevance', ['ll-gov:2', 'll-gov:4', 'll-gov:1', 'll-gov:3']],
    ] as const)('by %s are newest first, without a date last, ties by id', async (sort, expected) => {
      await using index = await indexOf(factory, dated);
      expect(await found(index, { sort })).toEqual(expected);
    });

    it('by date keep their order with a text', async () => {
      await using index = await indexOf(factory, dated);
      const expected = ['ll-gov:1', 'll-gov:4', 'll-gov:3', 'll-gov:2'];
      expect(await found(index, { sort: 'issuedOn', text: '标题' })).toEqual(expected);
    });

    it.each([
      ['relevance', '标题'],
      ['relevance', undefined],
      ['publishedOn', undefined],
      ['issuedOn', '标题'],
    ] as const)('by %s of the text %s hold every hit once, in the order of one page', async (sort, text) => {
      await using index = await indexOf(factory, many);
      const query = { sort, ...(text !== undefined && { text }) };
      const pages = await allPages(index, { ...query, limit: 3 });
      expect(pages.map((page) => page.length)).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 1]);
      expect(pages.flat()).toEqual(await found(index, query));
      expect(new Set(pages.flat()).size).toBe(25);
    });

    it('end without a cursor when the last one is full', async () => {
      await using index = await indexOf(factory, many);
      expect(await allPages(index, { limit: 25 })).toHaveLength(1);
    });

    it('count all hits exactly, on each of them', async () => {
      await using index = await indexOf(factory, many);
      const query = { on: today, sort: 'publishedOn', limit: 20, facets: ['level', 'docClass'] } as const;
      const first = await index.search(query);
      const second = await index.search({ ...query, cursor: first.next ?? '' });
      expect([first.total, second.total]).toEqual([25, 25]);
      expect(second.facets).toEqual({ level: {}, docClass: { normative_document: 25 } });
    });

    it('go on where they were when documents are written before the place', async () => {
      await using index = await indexOf(factory, many);
      const query = { on: today, sort: 'publishedOn', limit: 5 } as const;
      const { next = '' } = await index.search(query);
      await index.write([sample('ll-gov:new', { publishedOn: '2025-12-01' })]);
      await expect
        .poll(() => found(index, { sort: 'publishedOn', limit: 1 }), { timeout: 2000 })
        .toEqual(['ll-gov:new']);
      const second = await index.search({ ...query, cursor: next });
      expect(second.hits.map(({ document }) => document.publishedOn)).toEqual(Array(5).fill('2025-01-03'));
    });

    it('refuse the cursor of another query', async () => {
      await using index = await indexOf(factory, many);
      const query = { on: today, sort: 'publishedOn', limit: 5 } as const;
      const { next = '' } = await index.search(query);
      const others = [
        { text: '标题' },
        { sort: 'issuedOn' as const },
        { on: '2020-01-01' },
        { filters: { year: ['2025'] } },
      ];
      for (const other of others)
        await expect(index.search({ ...query, ...other, cursor: next })).rejects.toThrow(InvalidCursorError);
    });

    it.each(['', 'x', 'bm90IGpzb24', 'W10', 'bnVsbA', '!!!'])('refuse the cursor %j', async (cursor) => {
      await using index = await indexOf(factory, many);
      const search = index.search({ on: today, sort: 'publishedOn', limit: 5, cursor });
      await expect(search).rejects.toThrow(InvalidCursorError);
    });
  });
}
