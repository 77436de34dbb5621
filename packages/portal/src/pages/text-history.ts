import { textSpans } from '@gongwen/domain';
import { html } from 'hono/html';
import type { FoundDocument } from '../find-document.ts';
import type { Html } from './layout.ts';

/** Which text held when; only for documents whose text was amended. */
export function textHistory({ newest }: FoundDocument): Html | string {
  const spans = textSpans(newest.document, newest.version);
  if (spans.length < 2) return '';
  return html`<h3>各时期文本</h3>
    <ul>
      ${spans.map(
        ({ version, from, until }) =>
          html`<li>
            ${from ?? '最初'} 至 ${until === undefined ? '今' : `${until}（不含）`}：<a
              href="/documents/${newest.document.documentId}?version=${version}"
              >第 ${version} 版文本</a
            >
          </li>`,
      )}
    </ul>`;
}
