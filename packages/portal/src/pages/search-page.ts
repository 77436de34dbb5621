import { type LocalDate, isEnded } from '@gongwen/domain';
import type { SearchQuery, SearchResult } from '@gongwen/ports';
import type { Validity } from '@gongwen/schemas';
import { html } from 'hono/html';
import { type ChosenFilters, facetField, pageFacets } from './facet-fields.ts';
import { hitRow } from './hit-row.ts';
import { type Html, layout } from './layout.ts';

const sorts = { relevance: '相关度', publishedOn: '发布日期', issuedOn: '成文日期' };

export interface SearchPageModel {
  readonly query: SearchQuery;
  readonly chosen: ChosenFilters;
  readonly result: SearchResult;
  /** With 含失效废止. */
  readonly withEnded: boolean;
  /** The date of 按此日期的效力, when the reader gave one. */
  readonly at?: LocalDate;
  /** The same search with what has ended. */
  readonly withEndedHref: string;
  readonly nextHref?: string;
}

export function searchPage(model: SearchPageModel): Html {
  const { query, chosen, result, at, nextHref } = model;
  return layout({
    title: query.text ?? '检索',
    body: html`<h1>公文检索</h1>
      <form action="/" method="get" role="search">
        ${words(query)} ${terms(model)}
        <div class="columns">
          <div>
            <a class="skip to-hits" href="#hits">跳过筛选，查看结果</a>
            ${pageFacets.map((facet) => facetField(facet, chosen, result))}<button type="submit">
              应用筛选
            </button>
          </div>
          <div>
            <p aria-live="polite">
              ${at === undefined ? '' : `按 ${at} 的效力，`}共找到 ${result.total} 件文件
            </p>
            ${leftOut(model)}
            ${result.total === 0 ? html`<p>没有找到。可以减少检索词、换一种文号写法，或勾选“含失效废止”。</p>` : ''}
            <ul class="hits" id="hits">
              ${result.hits.map((hit) => hitRow(hit, query.on, at))}
            </ul>
            ${nextHref ? html`<p><a href="${nextHref}" rel="next">下一页</a></p>` : ''}
          </div>
        </div>
      </form>`,
  });
}

function words({ text, sort }: SearchQuery): Html {
  return html`<div class="search">
    <label for="q" class="skip">检索词</label>
    <input
      type="search"
      id="q"
      name="q"
      value="${text ?? ''}"
      placeholder="标题、正文或文号（任意写法）"
      maxlength="200"
    />
    <label
      >排序
      <select name="sort">
        ${Object.entries(sorts).map(([value, name]) => html`<option value="${value}" ${value === sort ? 'selected' : ''}>${name}</option>`)}
      </select></label
    >
    <button type="submit">检索</button>
  </div>`;
}

function terms({ query, withEnded, at }: SearchPageModel): Html {
  const { numberYear, numberSequence } = query;
  return html`<div class="terms">
    <fieldset>
      <legend>文号</legend>
      <label
        >年份
        <input type="number" name="numberYear" min="1900" max="2099" value="${numberYear ?? ''}"
      /></label>
      <label
        >顺序号
        <input type="number" name="numberSequence" min="1" max="99999" value="${numberSequence ?? ''}"
      /></label>
    </fieldset>
    <fieldset>
      <legend>效力</legend>
      <label>按此日期的效力 <input type="date" name="at" value="${at ?? ''}" /></label>
      <label><input type="checkbox" name="ended" value="1" ${withEnded ? 'checked' : ''} />含失效废止</label>
    </fieldset>
  </div>`;
}

/** What the default leaves out is said, so that nobody takes a rule that has ended for one that never was. */
function leftOut({ query, chosen, result, withEnded, withEndedHref }: SearchPageModel): Html | string {
  if (withEnded || (chosen.validity ?? []).length > 0) return '';
  const counts = Object.entries(result.facets.validity ?? {});
  // an index counts by the states of the code list
  const ended = counts.filter(([state]) => isEnded(state as Validity));
  const count = ended.reduce((sum, [, each]) => sum + each, 0);
  if (count === 0) return '';
  return html`<p>另有 ${count} 件在 ${query.on} 已失效或者废止，<a href="${withEndedHref}">一并显示</a>。</p>`;
}
