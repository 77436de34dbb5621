import { html } from 'hono/html';
import { type Html, layout } from './layout.ts';

/** Of a public document, a text that is not: the reader is told why, and led to the one that is. */
export function closedTextPage(documentId: string, reason: string): Html {
  return layout({
    title: '这一文本已撤回',
    noIndex: true,
    body: html`<h1>这一文本已撤回</h1>
      <p class="banner ended">${reason}</p>
      <p><a href="/documents/${documentId}">查看目前公开的文本</a></p>`,
  });
}
