import type { Validity } from '@gongwen/schemas';
import type { FacetName, IndexDocument, SearchQuery } from './search-index.ts';

/** The facets that do not depend on a date. */
export type StaticFacetName = Exclude<FacetName, 'validity'>;

/** The distinct values of a document’s facets. A theme `A\B` counts for `A` as well. */
export function facetValuesOf(document: IndexDocument): Readonly<Record<StaticFacetName, readonly string[]>> {
  return {
    docClass: [document.docClass],
    issuer: [...new Set(document.issuers)],
    theme: [...new Set(document.themes.flatMap(withParents))],
    year: given(document.year),
    officialForm: given(document.officialForm),
    level: given(document.level),
    interpretation: [document.hasInterpretation ? 'yes' : 'no'],
  };
}

/** What a facet is counted over: the query without the facet’s own filter. */
export function countedBy(query: SearchQuery, name: FacetName): SearchQuery {
  return { ...query, filters: { ...query.filters, [name]: [] } };
}

/** Whether a facet is counted over more than the hits. */
export function isFilteredBy({ filters = {} }: SearchQuery, name: FacetName): boolean {
  return (filters[name] ?? []).length > 0;
}

/**
 * The validity of an indexed document on a civil date.
 *
 * @throws Error when its validities have a gap there, which the indexer never writes
 */
export function indexedValidityOn({ documentId, validities }: IndexDocument, on: string): Validity {
  const span = validities.find(
    ({ from, until }) => (from === undefined || from <= on) && (until === undefined || on < until),
  );
  if (span === undefined) throw new Error(`${documentId} is indexed without a validity on ${on}`);
  return span.validity;
}

function withParents(theme: string): readonly string[] {
  const parts = theme.split('\\');
  return parts.map((_, index) => parts.slice(0, index + 1).join('\\'));
}

function given(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}
