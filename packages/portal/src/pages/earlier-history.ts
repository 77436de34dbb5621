import { type Document, codeLists } from '@gongwen/schemas';
import { html } from 'hono/html';
import type { Html } from './layout.ts';

/** 题注: what happened to it before it came into this system, as its source words it. */
export function earlierHistory({ history = [] }: Document): Html | string {
  if (history.length === 0) return '';
  return html`<h3>题注所载沿革</h3>
    <ul>
      ${history.map(
        ({ on, event, text }) =>
          html`<li>${on} ${codeLists.historyEvent[event]}${text === undefined ? '' : `：${text}`}</li>`,
      )}
    </ul>`;
}
