import { type TextSpan, textSpans } from '@gongwen/domain';
import { html } from 'hono/html';
import type { FoundDocument } from '../find-document.ts';
import type { PublicHistory } from '../read-history.ts';
import type { Html } from './layout.ts';

/** Which text held when; only for documents whose text was amended. */
export function textHistory({ newest, inForce }: FoundDocument, { changes }: PublicHistory): Html | string {
  const spans = textSpans(newest.document, newest.version);
  if (spans.length < 2) return '';
  return html`<h3>各时期文本</h3>
    <ul>
      ${spans.map((span) => {
        const change = changes.find(({ version }) => version === span.version);
        const isNewest = span.version === newest.version;
        const edition = isNewest ? newest.document.textVersion : change?.textVersion;
        const name = edition === undefined ? '当时的文本' : `第 ${edition} 版文本`;
        const address = `/documents/${newest.document.documentId}?version=${span.version}`;
        const isReadable = isNewest || (change?.isReadable ?? true);
        return html`<li>
          ${whenOf(span, inForce)}：${isReadable ? html`<a href="${address}">${name}</a>` : `${name}（已撤回）`}
        </li>`;
      })}
    </ul>`;
}

function whenOf({ version, from, until }: TextSpan, inForce: TextSpan): string {
  const ahead = version > inForce.version ? '（尚未施行）' : '';
  if (until === undefined) return ahead === '' ? `${from ?? '最初'} 至今` : `自 ${from} 起${ahead}`;
  return `${from ?? '最初'} 至 ${until}（不含）${ahead}`;
}
