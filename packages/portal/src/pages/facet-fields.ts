import type { FacetName, SearchQuery, SearchResult } from '@gongwen/ports';
import { codeLists } from '@gongwen/schemas';
import { html } from 'hono/html';
import type { Html } from './layout.ts';

/** The facets of the page, in order. */
export const pageFacets: readonly FacetName[] = [
  'validity',
  'issuer',
  'theme',
  'year',
  'officialForm',
  'level',
  'docClass',
  'interpretation',
];

/** The filters that a reader has chosen. */
export type ChosenFilters = NonNullable<SearchQuery['filters']>;

const legends: Readonly<Record<FacetName, string>> = {
  validity: '有效性',
  issuer: '发文机关',
  theme: '主题分类',
  year: '年份',
  officialForm: '公文种类',
  level: '层级',
  docClass: '文件类别',
  interpretation: '是否有解读',
};
const names: Partial<Readonly<Record<FacetName, Readonly<Record<string, string>>>>> = {
  validity: codeLists.validity,
  officialForm: codeLists.officialForm,
  level: { ...codeLists.level, national: '国家级' },
  docClass: codeLists.docClass,
  interpretation: { yes: '有解读', no: '无解读' },
};
const shownValues = 12;

/** A value of a facet, how many documents it would show, and the values below it. */
interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly isChosen: boolean;
  readonly children: readonly FacetValue[];
}

/** A facet as a group of checkboxes; those chosen are always among them, or sending the form would drop them. */
export function facetField(
  facet: FacetName,
  chosen: ChosenFilters,
  { facets }: Pick<SearchResult, 'facets'>,
): Html | string {
  const counts = new Map(Object.entries(facets[facet] ?? {}));
  for (const value of chosen[facet] ?? []) counts.set(value, counts.get(value) ?? 0);
  if (counts.size === 0) return '';
  return html`<fieldset>
    <legend>${legends[facet]}</legend>
    ${valuesOf(facet, counts, new Set(chosen[facet])).map((value) => facetOption(facet, value))}
  </fieldset>`;
}

/** A value under its parent only where the parent is counted, too, which an index does for every theme. */
function valuesOf(
  facet: FacetName,
  counts: ReadonlyMap<string, number>,
  chosen: ReadonlySet<string>,
): readonly FacetValue[] {
  const inOrder = [...counts].toSorted(orderOf(facet));
  const below = (parent: string | undefined): FacetValue[] =>
    inOrder
      .filter(([value]) => parentOf(facet, value, counts) === parent)
      .map(([value, count]) => ({
        value,
        label: parent === undefined ? (names[facet]?.[value] ?? value) : value.slice(parent.length + 1),
        count,
        isChosen: chosen.has(value),
        children: below(value),
      }))
      .filter((shown, place) => place < shownValues || isChosenWithin(shown));
  return below(undefined);
}

function parentOf(facet: FacetName, value: string, counts: ReadonlyMap<string, number>): string | undefined {
  if (facet !== 'theme') return undefined;
  const parent = value.slice(0, Math.max(0, value.lastIndexOf('\\')));
  return counts.has(parent) ? parent : undefined;
}

function orderOf(facet: FacetName): (a: readonly [string, number], b: readonly [string, number]) => number {
  if (facet === 'year') return ([a], [b]) => Number(b) - Number(a);
  if (facet !== 'validity' && facet !== 'level') return ([, a], [, b]) => b - a;
  const codes = Object.keys(names[facet] ?? {});
  return ([a], [b]) => codes.indexOf(a) - codes.indexOf(b);
}

function isChosenWithin({ isChosen, children }: FacetValue): boolean {
  return isChosen || children.some(isChosenWithin);
}

function facetOption(facet: FacetName, { value, label, count, isChosen, children }: FacetValue): Html {
  return html`<label
      ><input
        type="checkbox"
        name="filter[${facet}]"
        value="${value}"
        ${isChosen ? 'checked' : ''}
      />${label}（${count}）</label
    >
    ${
      children.length > 0
        ? html`<details ${children.some(isChosenWithin) ? 'open' : ''}>
            <summary><span class="skip">${label}的</span>下级主题</summary>
            ${children.map((child) => facetOption(facet, child))}
          </details>`
        : ''
    }`;
}
