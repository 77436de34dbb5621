import { type ValidityCause, validityHistory } from '@gongwen/domain';
import { type Document, codeLists } from '@gongwen/schemas';
import { html } from 'hono/html';
import type { Html } from './layout.ts';
import { lookupLink } from './reference-link.ts';

/** Was it in force, on any day, and by whose decision did that change; and a box to ask for a day. */
export function validityHistoryTable(document: Document, asOf: string): Html {
  return html`<h2>效力沿革</h2>
    <table class="history">
      <thead>
        <tr>
          <th scope="col">自</th>
          <th scope="col">至（不含）</th>
          <th scope="col">有效性</th>
          <th scope="col">依据</th>
        </tr>
      </thead>
      <tbody>
        ${validityHistory(document).map(
          ({ validity, from, until, because }) =>
            html`<tr>
              <td>${from ?? '—'}</td>
              <td>${until ?? '—'}</td>
              <td>${codeLists.validity[validity]}</td>
              <td>${because.map((cause) => html`<p>${inWords(cause)}</p>`)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <form action="/documents/${document.documentId}" method="get">
      <label>查看某日的效力与文本 <input type="date" name="at" value="${asOf}" required /></label>
      <button type="submit">查看</button>
    </form>`;
}

function inWords(cause: ValidityCause): Html | string {
  if (cause === 'start') return '施行';
  if (cause === 'term') return '有效期届满';
  if ('event' in cause) return `题注所载${codeLists.historyEvent[cause.event]}`;
  const { change, decision, reason, articles = [] } = cause;
  const what = [codeLists.lifecycleChange[change], articles.join('、'), reason].filter(Boolean).join('：');
  return decision ? html`${what}，${lookupLink(decision)}` : what;
}
