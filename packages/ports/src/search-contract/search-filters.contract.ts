import { describe, expect, it } from 'vitest';
import { type SearchQuery, facetNames } from '../search-index.ts';
import { type SearchIndexFactory, found, indexOf, sample, today } from './search-samples.contract.ts';

const documents = [
  sample('ll-edu:1', {
    department: 'll-edu',
    docClass: 'government_rule',
    issuers: ['市教育局', '市财政局', '市教育局'],
    themes: ['教育\\学前', '教育\\职业', '财政'],
    year: '2024',
    level: 'city',
    hasInterpretation: true,
    number: '临教发〔2024〕1号',
    agencyCode: '临教发',
    numberYear: 2024,
    numberSequence: 1,
  }),
  sample('ll-fin:2', {
    department: 'll-fin',
    issuers: ['市财政局'],
    themes: ['财政\\预算'],
    year: '2025',
    officialForm: 'notice',
    level: 'city',
    validities: [
      { validity: 'not_yet_effective', until: '2025-03-01' },
      { validity: 'in_force', from: '2025-03-01', until: '2026-03-01' },
      { validity: 'repealed', from: '2026-03-01' },
    ],
  }),
  sample('ll-hrss:3', { themes: ['财政部门'], level: 'county', numberYear: 2024, numberSequence: 14 }),
];

const filterCases: readonly [Partial<SearchQuery>, readonly string[]][] = [
  [{ filters: { docClass: ['government_rule'] } }, ['ll-edu:1']],
  [{ filters: { issuer: ['市财政局'] } }, ['ll-edu:1', 'll-fin:2']],
  [{ filters: { theme: ['财政'] } }, ['ll-edu:1', 'll-fin:2']],
  [{ filters: { theme: ['财政\\预算'] } }, ['ll-fin:2']],
  [{ filters: { theme: ['学前'] } }, []],
  [{ filters: { year: ['2024', '2025'] } }, ['ll-edu:1', 'll-fin:2']],
  [{ filters: { year: [] } }, ['ll-edu:1', 'll-fin:2', 'll-hrss:3']],
  [
    { filters: { year: ['2024', '2025'], issuer: ['市财政局'], docClass: ['normative_document'] } },
    ['ll-fin:2'],
  ],
  [{ filters: { officialForm: ['notice'] } }, ['ll-fin:2']],
  [{ filters: { level: ['county'] } }, ['ll-hrss:3']],
  [{ filters: { validity: ['repealed'] } }, ['ll-fin:2']],
  [{ department: 'll-fin' }, ['ll-fin:2']],
  [{ filters: { interpretation: ['yes'] } }, ['ll-edu:1']],
  [{ filters: { interpretation: ['no'] } }, ['ll-fin:2', 'll-hrss:3']],
  [{ number: '临教发〔2024〕1号' }, ['ll-edu:1']],
  [{ number: '临教发〔2024〕' }, []],
  [{ numberYear: 2024 }, ['ll-edu:1', 'll-hrss:3']],
  [{ numberSequence: 14 }, ['ll-hrss:3']],
  [{ numberYear: 2024, numberSequence: 1 }, ['ll-edu:1']],
  [{ numberYear: 2025, numberSequence: 1 }, []],
  [{ text: '标题', department: 'll-hrss' }, ['ll-hrss:3']],
];

/** Filters, facets and validity on a date. */
export function testSearchFilters(factory: SearchIndexFactory): void {
  describe('filters', () => {
    it.each(filterCases)('%j finds %j', async (query, expected) => {
      await using index = await indexOf(factory, documents);
      expect(await found(index, query)).toEqual(expected);
    });

    it.each([
      ['2025-02-28', 'not_yet_effective'],
      ['2025-03-01', 'in_force'],
      ['2026-02-28', 'in_force'],
      ['2026-03-01', 'repealed'],
      ['2099-01-01', 'repealed'],
    ] as const)('ask for the validity on %s, which is %s', async (on, validity) => {
      await using index = await indexOf(factory, documents);
      const query = { on, department: 'll-fin', sort: 'relevance', limit: 10, facets: ['validity'] } as const;
      const { hits, facets } = await index.search({ ...query, filters: { validity: [validity] } });
      expect(hits.map((hit) => hit.validity)).toEqual([validity]);
      expect(facets).toEqual({ validity: { [validity]: 1 } });
      const others = ['not_yet_effective', 'in_force', 'repealed'].filter((other) => other !== validity);
      expect(await found(index, { ...query, filters: { validity: others } })).toEqual([]);
    });

    it('leave facets that count every hit, two levels of themes', async () => {
      await using index = await indexOf(factory, documents);
      const { facets } = await index.search({ on: today, sort: 'relevance', limit: 1, facets: facetNames });
      expect(facets).toEqual({
        docClass: { government_rule: 1, normative_document: 2 },
        issuer: { 市教育局: 1, 市财政局: 2 },
        theme: { 教育: 1, '教育\\学前': 1, '教育\\职业': 1, 财政: 2, '财政\\预算': 1, 财政部门: 1 },
        year: { 2024: 1, 2025: 1 },
        validity: { in_force: 2, repealed: 1 },
        officialForm: { notice: 1 },
        level: { city: 2, county: 1 },
        interpretation: { yes: 1, no: 2 },
      });
    });

    it('narrow what every facet counts but their own', async () => {
      await using index = await indexOf(factory, documents);
      const { hits, total, facets } = await index.search({
        on: today,
        sort: 'relevance',
        limit: 10,
        text: '标题',
        filters: { theme: ['财政'], validity: ['in_force'], level: ['city', 'county'] },
        facets: ['theme', 'validity', 'level', 'interpretation'],
      });
      expect({ total, ids: hits.map(({ document }) => document.documentId) }).toEqual({
        total: 1,
        ids: ['ll-edu:1'],
      });
      expect(facets).toEqual({
        theme: { 教育: 1, '教育\\学前': 1, '教育\\职业': 1, 财政: 1, 财政部门: 1 },
        validity: { in_force: 1, repealed: 1 },
        level: { city: 1 },
        interpretation: { yes: 1 },
      });
    });

    it('narrow what facets count, and only the facets asked for are counted', async () => {
      await using index = await indexOf(factory, documents);
      const query = { on: today, sort: 'relevance', limit: 1, text: '标题' } as const;
      const { total, facets } = await index.search({
        ...query,
        filters: { year: ['2025'] },
        facets: ['level'],
      });
      expect({ total, facets }).toEqual({ total: 1, facets: { level: { city: 1 } } });
      expect(await index.search(query)).toMatchObject({ total: 3, facets: {} });
    });

    it('hold for the newest version only', async () => {
      await using index = await indexOf(factory, documents);
      await index.write([sample('ll-edu:1', { themes: ['城建'] }, { version: 2 })]);
      await expect
        .poll(() => found(index, { filters: { theme: ['城建'] } }), { timeout: 2000 })
        .toEqual(['ll-edu:1']);
      expect(await found(index, { filters: { theme: ['教育'] } })).toEqual([]);
    });
  });
}
