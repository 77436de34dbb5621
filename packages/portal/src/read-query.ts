import { isEnded, isLocalDate, parseDocumentNumber } from '@gongwen/domain';
import { type FacetName, type SearchQuery, facetNames } from '@gongwen/ports';
import { type Issue, type Validity, codeLists } from '@gongwen/schemas';
import { ServiceError } from '@gongwen/service-kit';

/** The search that a reader asks for. */
export interface ReaderQuery {
  readonly query: SearchQuery;
  /** The filters as they were chosen, without what is left out by default. */
  readonly chosen: Readonly<NonNullable<SearchQuery['filters']>>;
}

/** A query string; what cannot be read is noted. */
interface Parameters {
  readonly text: (name: string) => string | undefined;
  readonly refuse: (name: string, zh: string, en: string) => void;
}

const sorts = ['relevance', 'publishedOn', 'issuedOn'] as const;
const single = [
  'q',
  'number',
  'numberYear',
  'numberSequence',
  'department',
  'at',
  'includeEnded',
  'withdrawn',
  'sort',
  'limit',
  'cursor',
  'facets',
];
const defaultLimit = 20;
const maximumLimit = 100;
// Object.keys forgets that these are the keys of the list
const standing = (Object.keys(codeLists.validity) as Validity[]).filter((validity) => !isEnded(validity));

/**
 * The search that a query string asks for (docs/http.md). What has ended is left out unless a validity or `includeEnded`
 * asks for it. Nothing is guessed: what is not known is refused.
 *
 * @throws ServiceError PARAMETER_INVALID with every fault as an issue
 */
export function readQuery(parameters: URLSearchParams, today: string): ReaderQuery {
  const faults: Issue[] = [];
  const reader: Parameters = {
    text: (name) => parameters.get(name)?.trim() || undefined,
    refuse: (name, zh, en) => faults.push({ pointer: `/${name.slice(0, 40)}`, rule: 'parameter', zh, en }),
  };
  const chosen = readFilters(parameters, reader);
  const withEnded = readFlag(reader, 'includeEnded') || (chosen.validity ?? []).length > 0;
  const query: SearchQuery = {
    ...readTerms(reader),
    filters: withEnded ? chosen : { ...chosen, validity: standing },
    on: readDate(reader, today),
    includeWithdrawn: readFlag(reader, 'withdrawn'),
    sort: readSort(reader),
    limit: readCount(reader, 'limit', [1, maximumLimit]) ?? defaultLimit,
    facets: readFacets(reader),
  };
  if (faults.length > 0) throw new ServiceError('PARAMETER_INVALID', { issues: faults });
  return { query, chosen };
}

function readFilters(parameters: URLSearchParams, { refuse }: Parameters): ReaderQuery['chosen'] {
  const filters: Partial<Record<FacetName, string[]>> = {};
  for (const name of new Set(parameters.keys())) {
    const facet = facetNames.find((known) => name === `filter[${known}]`);
    if (facet) filters[facet] = parameters.getAll(name).filter((value) => value !== '');
    else if (!single.includes(name)) refuse(name, '没有这个参数', 'is not a known parameter');
  }
  return filters;
}

function readTerms(reader: Parameters): Partial<SearchQuery> {
  const [q, number, department, cursor] = ['q', 'number', 'department', 'cursor'].map(reader.text);
  const numberYear = readCount(reader, 'numberYear', [1900, 2099]);
  const numberSequence = readCount(reader, 'numberSequence', [1, 99_999]);
  return {
    ...(q !== undefined && { text: q }),
    ...(number !== undefined && { number: parseDocumentNumber(number).canonical ?? number }),
    ...(numberYear !== undefined && { numberYear }),
    ...(numberSequence !== undefined && { numberSequence }),
    ...(department !== undefined && { department }),
    ...(cursor !== undefined && { cursor }),
  };
}

function readDate({ text, refuse }: Parameters, today: string): string {
  const on = text('at') ?? today;
  if (!isLocalDate(on)) refuse('at', '应为 YYYY-MM-DD', 'must be YYYY-MM-DD');
  return on;
}

function readFlag({ text, refuse }: Parameters, name: string): boolean {
  const flag = text(name) ?? 'false';
  if (flag !== 'true' && flag !== 'false') refuse(name, '应为 true 或 false', 'must be true or false');
  return flag === 'true';
}

function readSort({ text, refuse }: Parameters): SearchQuery['sort'] {
  const sort = sorts.find((known) => known === (text('sort') ?? 'relevance'));
  if (!sort) refuse('sort', `应为 ${sorts.join('、')} 之一`, `must be one of ${sorts.join(', ')}`);
  return sort ?? 'relevance';
}

function readCount(
  { text, refuse }: Parameters,
  name: string,
  [lowest, highest]: readonly [number, number],
): number | undefined {
  const given = text(name);
  if (given === undefined) return undefined;
  const count = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
  const isWithin = count >= lowest && count <= highest;
  if (!isWithin) refuse(name, `应为 ${lowest}–${highest}`, `must be ${lowest}–${highest}`);
  return count;
}

function readFacets({ text, refuse }: Parameters): readonly FacetName[] {
  const names = text('facets')?.split(',') ?? [];
  const facets = names.map((name) => facetNames.find((known) => known === name));
  if (facets.includes(undefined))
    refuse('facets', `应取自 ${facetNames.join('、')}`, `must be of ${facetNames.join(', ')}`);
  return facets.filter((facet) => facet !== undefined);
}
