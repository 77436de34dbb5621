import { codeLists } from '@gongwen/schemas';
import { html } from 'hono/html';
import type { Trace } from '../operations/trace.ts';
import { type Html, printablePage } from '../reports/formats/printable-page.ts';
import { causeInWords, days, eventName, textInWords } from './trace-words.ts';

/** The answer of `gongwen trace` as one page: in force or not, which text, by whose decision, and every stage. */
export function traceHtml(traces: readonly Trace[]): Promise<string> {
  const [first] = traces;
  const title = first ? `${first.title}（${first.on}）` : '';
  return printablePage(title, html`${traces.map(describe)}`);
}

function describe(found: Trace): Html {
  const { title, number, documentId, on, validity, publication, periods, history, events } = found;
  return html`<h1>${title}</h1>
    <p>${number ?? ''} <code>${documentId}</code>${publication === 'withdrawn' ? '（已撤回）' : ''}</p>
    <p><strong>${on}：${codeLists.validity[validity]}</strong>；${textInWords(found)}</p>
    ${table(
      '效力沿革',
      ['有效性', '自（含）、至（不含）', '依据'],
      periods.map(({ validity: state, because, ...span }) => [
        codeLists.validity[state],
        days(span),
        because.map(causeInWords).join('；'),
      ]),
    )}
    ${
      history.length > 0
        ? table(
            '题注所载沿革',
            ['日期', '事项', '原文'],
            history.map(({ on: day, event, text = '' }) => [day, codeLists.historyEvent[event], text]),
          )
        : ''
    }
    ${table('各环节', ['变更', '环节', '状态', '时间', '说明'], events.flatMap(stagesOf))}`;
}

function stagesOf({ version, type, archived, stages }: Trace['events'][number]): string[][] {
  return stages.map(({ stage, target = '', state, at = '', remoteId = '', detail = '' }) => [
    `v${version} ${eventName(type)}${archived ? '' : '（未存档）'}`,
    `${stage} ${target}`,
    state,
    at,
    [remoteId, detail].filter(Boolean).join(' '),
  ]);
}

function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): Html {
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => html`<tr>${row.map((value) => html`<td>${value}</td>`)}</tr> `)}
    </tbody>
  </table>`;
}
