import { codeLists } from '@gongwen/schemas';
import { pageEndOf, ranksByScore } from '../search-cursor.ts';
import { type FacetName, type SearchQuery, facetNames } from '../search-index.ts';
import type { SearchText } from '../search-text.ts';

const fields = ['title^4', 'title.characters^4', 'documentNumber.text^4', 'text'];
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
};

/** The body of a search: one hit more than the page, by which it is known whether there is a next one. */
export function searchBody(query: SearchQuery, asked: SearchText | undefined): object {
  const end = pageEndOf(query);
  const order = query.sort === 'issuedOn' ? 'order.issuedOn' : 'order.publishedOn';
  return {
    size: query.limit + 1,
    track_total_hits: true,
    query: {
      bool: { filter: filtersOf(query), ...(asked && { must: [textQuery(asked)] }) },
    },
    sort: [ranksByScore(query) ? { _score: 'desc' } : { [order]: 'desc' }, { documentId: 'asc' }],
    ...(end && { search_after: [end.rank, end.documentId] }),
    aggs: Object.fromEntries((query.facets ?? []).map((name) => [name, facetCount(name, query.on)])),
  };
}

/** Every sequence must occur in some field, its tokens side by side; a 文号 also finds its document, first. */
function textQuery({ sequences, number }: SearchText): object {
  const phrases = sequences.map((sequence) => ({
    multi_match: { query: sequence.join(' '), type: 'phrase', fields, analyzer: 'whitespace' },
  }));
  const text = phrases.length > 0 ? { bool: { must: phrases } } : { match_none: {} };
  if (number === undefined) return text;
  const numbered = { constant_score: { filter: { term: { number } }, boost: numberScore } };
  return { bool: { should: [numbered, text], minimum_should_match: 1 } };
}

function filtersOf(query: SearchQuery): readonly object[] {
  const { number, department, hasInterpretation, includeWithdrawn = false, filters = {}, on } = query;
  return [
    ...(includeWithdrawn ? [] : [{ term: { publication: 'published' } }]),
    ...(number === undefined ? [] : [{ term: { number } }]),
    ...(department === undefined ? [] : [{ term: { department } }]),
    ...(hasInterpretation === undefined ? [] : [{ term: { hasInterpretation } }]),
    ...facetNames.flatMap((name) => facetFilter(name, filters[name] ?? [], on)),
  ];
}

function facetFilter(name: FacetName, values: readonly string[], on: string): readonly object[] {
  if (values.length === 0) return [];
  if (name !== 'validity') return [{ terms: { [facetFields[name]]: values } }];
  return [{ bool: { should: values.map((value) => validOn(value, on)), minimum_should_match: 1 } }];
}

function facetCount(name: FacetName, on: string): object {
  if (name !== 'validity') return { terms: { field: facetFields[name], size: maximumFacetValues } };
  const states = Object.keys(codeLists.validity);
  return { filters: { filters: Object.fromEntries(states.map((state) => [state, validOn(state, on)])) } };
}

function validOn(validity: string, on: string): object {
  return { term: { [`validity.${validity}`]: on } };
}
