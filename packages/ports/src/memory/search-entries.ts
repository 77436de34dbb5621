import { highlight } from '../highlight.ts';
import { type PageEnd, cursorAfter, pageEndOf, ranksByScore } from '../search-cursor.ts';
import { countedBy, facetValuesOf, indexedValidityOn } from '../search-facets.ts';
import {
  type FacetName,
  type IndexDocument,
  type IndexEntry,
  type SearchHit,
  type SearchQuery,
  type SearchResult,
  facetNames,
} from '../search-index.ts';
import {
  type SearchFields,
  type SearchText,
  type Wording,
  parseSearchText,
  searchFieldsOf,
} from '../search-text.ts';

const exactFields = ['number', 'numberYear', 'numberSequence', 'department'] as const;
const titleWeight = 4;
const issuerWeight = 2;

/** Searches by looking at every entry. */
export function searchEntries(entries: readonly IndexEntry[], query: SearchQuery): SearchResult {
  const asked = query.text === undefined ? undefined : parseSearchText(query);
  const end = pageEndOf(query);
  const found = entries
    .filter(({ document }) => isFound(document, query, asked))
    .map((entry) => ({
      entry,
      documentId: entry.document.documentId,
      rank: rankOf(entry.document, query, asked),
    }))
    .toSorted(inOrder);
  const rest = end === undefined ? found : found.filter((hit) => inOrder(end, hit) < 0);
  const page = rest.slice(0, query.limit);
  const last = page.at(-1);
  return {
    hits: page.map(({ entry }) => hitOf(entry, query, asked)),
    total: found.length,
    facets: facetsOf(entries, query, asked),
    ...(last !== undefined && rest.length > page.length && { next: cursorAfter(query, last) }),
  };
}

function isFound(document: IndexDocument, query: SearchQuery, asked: SearchText | undefined): boolean {
  return holds(document, query) && (asked === undefined || score(document, asked) > 0);
}

function holds(document: IndexDocument, query: SearchQuery): boolean {
  const { includeWithdrawn = false, filters = {}, citing, citedAs } = query;
  return (
    (includeWithdrawn || document.publication === 'published') &&
    exactFields.every((field) => query[field] === undefined || document[field] === query[field]) &&
    (citing === undefined || sharesOne(document.citedKeys, citing)) &&
    (citedAs === undefined || sharesOne(document.citationKeys, citedAs)) &&
    facetNames.every((name) => holdsFacet(valuesOf(document, name, query.on), filters[name] ?? []))
  );
}

function sharesOne(keys: readonly string[], wanted: readonly string[]): boolean {
  return wanted.some((key) => keys.includes(key));
}

function holdsFacet(values: readonly string[], wanted: readonly string[]): boolean {
  return wanted.length === 0 || sharesOne(values, wanted);
}

function valuesOf(document: IndexDocument, name: FacetName, on: string): readonly string[] {
  return name === 'validity' ? [indexedValidityOn(document, on)] : facetValuesOf(document)[name];
}

/** How often the parts occur, in the title four times as much, in the issuers’ names twice; 0 when one of them does not occur. */
function score(document: IndexDocument, { parts, number }: SearchText): number {
  if (number !== undefined && document.number === number) return Number.MAX_VALUE;
  const fields = searchFieldsOf(document);
  return sumOfAll(parts.map((wordings) => Math.max(...wordings.map((wording) => scoreOf(wording, fields)))));
}

function scoreOf(wording: Wording, { title, characters, number, issuers, text }: SearchFields): number {
  const scores = wording.map((sequence) => {
    const wanted = sequence.join(' ');
    const inTitle =
      occurrences(title, wanted) + occurrences(characters, wanted) + occurrences(number, wanted);
    return titleWeight * inTitle + issuerWeight * occurrences(issuers, wanted) + occurrences(text, wanted);
  });
  return sumOfAll(scores);
}

/** 0 unless each is more. */
function sumOfAll(scores: readonly number[]): number {
  return scores.every((each) => each > 0) ? scores.reduce((sum, each) => sum + each, 0) : 0;
}

function occurrences(field: string, wanted: string): number {
  return ` ${field.replaceAll(' ', '  ')} `.split(` ${wanted.replaceAll(' ', '  ')} `).length - 1;
}

function rankOf(document: IndexDocument, query: SearchQuery, asked?: SearchText): number | string {
  if (asked !== undefined && ranksByScore(query)) return score(document, asked);
  return (query.sort === 'issuedOn' ? document.issuedOn : document.publishedOn) ?? '';
}

function inOrder(a: PageEnd, b: PageEnd): number {
  if (a.rank !== b.rank) return a.rank > b.rank ? -1 : 1;
  if (a.documentId === b.documentId) return 0;
  return a.documentId < b.documentId ? -1 : 1;
}

function hitOf(
  { version, eventId, document }: IndexEntry,
  { on }: SearchQuery,
  asked?: SearchText,
): SearchHit {
  const validity = indexedValidityOn(document, on);
  return { version, eventId, document, validity, ...(asked && { highlights: highlight(document, asked) }) };
}

function facetsOf(
  entries: readonly IndexEntry[],
  query: SearchQuery,
  asked: SearchText | undefined,
): SearchResult['facets'] {
  return Object.fromEntries(
    (query.facets ?? []).map((name) => {
      const counted = countedBy(query, name);
      const found = entries.filter(({ document }) => isFound(document, counted, asked));
      return [name, countsOf(found, name, query.on)];
    }),
  );
}

function countsOf(
  found: readonly IndexEntry[],
  name: FacetName,
  on: string,
): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { document } of found)
    for (const value of valuesOf(document, name, on)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries(counts);
}
