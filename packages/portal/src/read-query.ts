import { isLocalDate, parseDocumentNumber } from '@gongwen/domain';
import { type FacetName, type SearchQuery, facetNames } from '@gongwen/ports';
import type { Issue } from '@gongwen/schemas';
import { ServiceError } from '@gongwen/service-kit';

const sorts = ['relevance', 'publishedOn', 'issuedOn'] as const;
const single = [
  'q',
  'number',
  'department',
  'hasInterpretation',
  'at',
  'withdrawn',
  'sort',
  'limit',
  'cursor',
  'facets',
];
const defaultLimit = 20;
const maximumLimit = 100;

/**
 * The search that a query string asks for (docs/http.md). Nothing is guessed: what is not known is refused.
 *
 * @throws ServiceError PARAMETER_INVALID with every fault as an issue
 */
export function readQuery(parameters: URLSearchParams, today: string): SearchQuery {
  const faults: Issue[] = [];
  const refuse = (name: string, zh: string, en: string) =>
    faults.push({ pointer: `/${name.slice(0, 40)}`, rule: 'parameter', zh, en });
  const text = (name: string) => parameters.get(name)?.trim() || undefined;
  const filters: Partial<Record<FacetName, string[]>> = {};
  for (const name of new Set(parameters.keys())) {
    const facet = facetNames.find((known) => name === `filter[${known}]`);
    if (facet) filters[facet] = parameters.getAll(name).filter((value) => value !== '');
    else if (!single.includes(name)) refuse(name, '没有这个参数', 'is not a known parameter');
  }
  const on = text('at') ?? today;
  if (!isLocalDate(on)) refuse('at', '应为 YYYY-MM-DD', 'must be YYYY-MM-DD');
  const limit = Number(text('limit') ?? defaultLimit);
  if (!Number.isInteger(limit) || limit < 1 || limit > maximumLimit)
    refuse('limit', '应为 1–100', 'must be 1–100');
  const q = text('q');
  const sort = sorts.find((known) => known === (text('sort') ?? 'relevance'));
  if (!sort) refuse('sort', `应为 ${sorts.join('、')} 之一`, `must be one of ${sorts.join(', ')}`);
  const facets = (text('facets')?.split(',') ?? []).map((name) => facetNames.find((known) => known === name));
  if (facets.includes(undefined))
    refuse('facets', `应取自 ${facetNames.join('、')}`, `must be of ${facetNames.join(', ')}`);
  if (faults.length > 0) throw new ServiceError('PARAMETER_INVALID', { issues: faults });
  const [number, department, cursor] = [text('number'), text('department'), text('cursor')];
  const interpretation = text('hasInterpretation');
  return {
    ...(q !== undefined && { text: q }),
    ...(number !== undefined && { number: parseDocumentNumber(number).canonical ?? number }),
    ...(department !== undefined && { department }),
    ...(interpretation !== undefined && { hasInterpretation: interpretation === 'true' }),
    ...(cursor !== undefined && { cursor }),
    filters,
    on,
    includeWithdrawn: text('withdrawn') === 'true',
    sort: sort ?? 'relevance',
    limit,
    facets: facets.filter((facet) => facet !== undefined),
  };
}
