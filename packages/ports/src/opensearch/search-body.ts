import { codeLists } from '@gongwen/schemas';
import { pageEndOf, ranksByScore } from '../search-cursor.ts';
import { isFilteredBy } from '../search-facets.ts';
import { type FacetName, type SearchQuery, facetNames } from '../search-index.ts';
import type { SearchText, TokenSequence, Wording } from '../search-text.ts';

const fields = ['title^4', 'documentNumber.text^4', 'issuerNames^2', 'text'];
const fieldsOfCharacters = ['title.characters^4', ...fields];
/** Higher than any score of a text. */
const numberScore = 1_000_000;
const maximumFacetValues = 10_000;

/** Fields that hold the values of a facet. */
const facetFields: Readonly<Record<Exclude<FacetName, 'validity'>, string>> = {
  docClass: 'docClass',
  issuer: 'issuers',
  theme: 'themes',
  year: 'year',
  officialForm: 'officialForm',
  level: 'level',
  interpretation: 'interpretation',
};

/** The body of a search: one hit more than the page, by which it is known whether there is a next one. */
export function searchBody(query: SearchQuery, asked: SearchText | undefined): object {
  const end = pageEndOf(query);
  const order = query.sort === 'issuedOn' ? 'order.issuedOn' : 'order.publishedOn';
  const { facets = [] } = query;
  // what a facet counts is not narrowed by its own filter, which therefore comes after the counting
  const late = facets.filter((name) => isFilteredBy(query, name));
  const early = facetNames.filter((name) => !late.includes(name));
  const filter = [...filtersOf(query), ...facetFilters(query, early)];
  return {
    size: query.limit + 1,
    track_total_hits: true,
    query: { bool: { filter, ...(asked && { must: [textQuery(asked)] }) } },
    post_filter: { bool: { filter: facetFilters(query, late) } },
    sort: [ranksByScore(query) ? { _score: 'desc' } : { [order]: 'desc' }, { documentId: 'asc' }],
    ...(end && { search_after: [end.rank, end.documentId] }),
    aggs: Object.fromEntries(facets.map((name) => [name, facetCount(query, name, late)])),
  };
}

/** Every part must occur in one of its wordings; a 文号 also finds its document, first. */
function textQuery({ parts, number }: SearchText): object {
  const text = parts.length > 0 ? { bool: { must: parts.map(partQuery) } } : { match_none: {} };
  if (number === undefined) return text;
  const numbered = { constant_score: { filter: { term: { number } }, boost: numberScore } };
  return { bool: { should: [numbered, text], minimum_should_match: 1 } };
}

function partQuery(wordings: readonly Wording[]): object {
  const should = wordings.map((wording) => ({ bool: { must: wording.map(adjacent) } }));
  return { bool: { should, minimum_should_match: 1 } };
}

/** The tokens side by side in one field. */
function adjacent(sequence: TokenSequence): object {
  // pairs are no characters; a field more for each would exceed the clauses that a query may have
  const isCharacters = sequence.every((token) => [...token].length === 1);
  return {
    multi_match: {
      query: sequence.join(' '),
      type: 'phrase',
      fields: isCharacters ? fieldsOfCharacters : fields,
      analyzer: 'whitespace',
    },
  };
}

function filtersOf(query: SearchQuery): readonly object[] {
  const { number, numberYear, numberSequence, department, citing, citedAs } = query;
  const { includeWithdrawn = false } = query;
  const exact = { number, numberYear, numberSequence, department };
  const keys = { citedKeys: citing, citationKeys: citedAs };
  return [
    ...(includeWithdrawn ? [] : [{ term: { publication: 'published' } }]),
    ...given(exact).map(([field, value]) => ({ term: { [field]: value } })),
    ...given(keys).map(([field, values]) => ({ terms: { [field]: values } })),
  ];
}

function given<Value>(values: Readonly<Record<string, Value | undefined>>): readonly [string, Value][] {
  return Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

function facetFilters({ filters = {}, on }: SearchQuery, names: readonly FacetName[]): readonly object[] {
  return names.flatMap((name) => facetFilter(name, filters[name] ?? [], on));
}

function facetFilter(name: FacetName, values: readonly string[], on: string): readonly object[] {
  if (values.length === 0) return [];
  if (name !== 'validity') return [{ terms: { [facetFields[name]]: values } }];
  return [{ bool: { should: values.map((value) => validOn(value, on)), minimum_should_match: 1 } }];
}

function facetCount(query: SearchQuery, name: FacetName, late: readonly FacetName[]): object {
  const others = late.filter((other) => other !== name);
  return {
    filter: { bool: { filter: facetFilters(query, others) } },
    aggs: { values: facetValues(name, query.on) },
  };
}

function facetValues(name: FacetName, on: string): object {
  if (name !== 'validity') return { terms: { field: facetFields[name], size: maximumFacetValues } };
  const states = Object.keys(codeLists.validity);
  return { filters: { filters: Object.fromEntries(states.map((state) => [state, validOn(state, on)])) } };
}

function validOn(validity: string, on: string): object {
  return { term: { [`validity.${validity}`]: on } };
}
