import { localDateOf } from '@gongwen/domain';
import { eventTypeNames } from '@gongwen/schemas';
import { html } from 'hono/html';
import type { PublicChange, PublicHistory } from '../read-history.ts';
import type { Html } from './layout.ts';

/** 变更记录: every event under its number, which leads to the text as it was then where that is public. */
export function changeList(documentId: string, { changes, isCut }: PublicHistory): Html | string {
  if (changes.length === 0) return '';
  return html`<h2>变更记录</h2>
    ${isCut ? html`<p class="facts">变更较多，仅列最近 ${changes.length} 号。</p>` : ''}
    <ul>
      ${changes.map((change) => html`<li>${numbered(documentId, change)} ${inWords(change)}</li>`)}
    </ul>`;
}

function numbered(documentId: string, { version, isReadable }: PublicChange): Html {
  const name = `第 ${version} 号`;
  return isReadable ? html`<a href="/documents/${documentId}?version=${version}">${name}</a>` : html`${name}`;
}

function inWords({ type, time, note }: PublicChange): string {
  const what = `${eventTypeNames[type]}，${localDateOf(new Date(time))}`;
  return note === undefined ? what : `${what}：${note}`;
}
