import type { FacetName, SearchHit, SearchQuery, SearchResult } from '@gongwen/ports';
import { codeLists } from '@gongwen/schemas';
import { html, raw } from 'hono/html';
import { type Html, layout } from './layout.ts';
import { validityClass } from './status-banner.ts';

/** The facets of the page, in order. */
export const pageFacets: readonly FacetName[] = ['validity', 'issuer', 'docClass', 'theme', 'year'];

const legends: Readonly<Record<string, string>> = {
  validity: '有效性',
  issuer: '发文机关',
  docClass: '文件类别',
  theme: '主题分类',
  year: '年份',
};
const sorts = { relevance: '相关度', publishedOn: '发布日期', issuedOn: '成文日期' };
const shownValues = 12;

export interface SearchPageModel {
  readonly query: SearchQuery;
  readonly result: SearchResult;
  /** With 含失效废止. */
  readonly withEnded: boolean;
  readonly nextHref?: string;
}

export function searchPage({ query, result, withEnded, nextHref }: SearchPageModel): Html {
  return layout({
    title: query.text ?? '检索',
    body: html`<h1>公文检索</h1>
      <form action="/" method="get" role="search">
        <div class="search">
          <label for="q" class="skip">检索词</label>
          <input
            type="search"
            id="q"
            name="q"
            value="${query.text ?? ''}"
            placeholder="标题、正文或文号（任意写法）"
            maxlength="200"
          />
          <label
            >排序
            <select name="sort">
              ${Object.entries(sorts).map(([value, name]) => html`<option value="${value}" ${value === query.sort ? 'selected' : ''}>${name}</option>`)}
            </select></label
          >
          <label
            ><input type="checkbox" name="ended" value="1" ${withEnded ? 'checked' : ''} /> 含失效废止</label
          >
          <button type="submit">检索</button>
        </div>
        <div class="columns">
          <div>
            ${pageFacets.map((facet) => facetField(facet, query, result))}<button type="submit">
              应用筛选
            </button>
          </div>
          <div>
            <p aria-live="polite">共找到 ${result.total} 件文件</p>
            ${result.total === 0 ? html`<p>没有找到。可以减少检索词、换一种文号写法，或勾选“含失效废止”。</p>` : ''}
            <ul class="hits">
              ${result.hits.map(hitRow)}
            </ul>
            ${nextHref ? html`<p><a href="${nextHref}" rel="next">下一页</a></p>` : ''}
          </div>
        </div>
      </form>`,
  });
}

function facetField(
  facet: FacetName,
  { filters = {} }: SearchQuery,
  { facets }: SearchResult,
): Html | string {
  const counts = Object.entries(facets[facet] ?? {});
  const chosen = filters[facet] ?? [];
  if (counts.length === 0) return '';
  const values = counts.toSorted(([, a], [, b]) => b - a).slice(0, shownValues);
  return html`<fieldset>
    <legend>${legends[facet] ?? facet}</legend>
    ${values.map(
      ([value, count]) =>
        html`<label
          ><input
            type="checkbox"
            name="filter[${facet}]"
            value="${value}"
            ${chosen.includes(value) ? 'checked' : ''}
          />${label(facet, value)}（${count}）</label
        >`,
    )}
  </fieldset>`;
}

function label(facet: FacetName, value: string): string {
  const names: Readonly<Record<string, string>> =
    facet === 'validity' ? codeLists.validity : facet === 'docClass' ? codeLists.docClass : {};
  return names[value] ?? value;
}

function hitRow({ document, validity, highlights }: SearchHit): Html {
  const { documentId, number, issuers, issuedOn, publishedOn, snapshot } = document;
  // the port’s highlights are escaped, with nothing but <mark>
  const title = highlights ? raw(highlights.title) : snapshot.title;
  return html`<li>
    <h3>
      <a href="/documents/${documentId}">${title}</a>
      <span class="badge ${validityClass(validity)}">${codeLists.validity[validity]}</span>
    </h3>
    <p class="facts">
      ${[number, issuers.join('、'), issuedOn && `成文 ${issuedOn}`, publishedOn && `发布 ${publishedOn}`].filter(Boolean).join('　')}
    </p>
    ${highlights?.text ? html`<p>${raw(highlights.text)}</p>` : ''}
  </li>`;
}
