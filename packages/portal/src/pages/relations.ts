import { citationKeysOf, matchReference } from '@gongwen/domain';
import { type Document, type DocumentReference, codeLists } from '@gongwen/schemas';
import { html } from 'hono/html';
import type { Html } from './layout.ts';

/** 相关文件, both ways: what this document says of others, and what others say of it. */
export function relations(document: Document, citing: readonly Document[]): Html | string {
  const { relations: own = [], undisclosedTargetCount } = document;
  const others = citing.flatMap((other) => saidOf(document, other));
  if (own.length + others.length === 0) return '';
  return html`<h2>相关文件</h2>
    <ul>
      ${own.map(
        ({ type, target, scope }) =>
          html`<li>
            ${codeLists.relation[type]}：${lookupLink(target)}${scope === undefined ? '' : `（${scope}）`}
          </li>`,
      )}
      ${undisclosedTargetCount === undefined ? '' : html`<li>另有 ${undisclosedTargetCount} 件不公开的文件</li>`}
    </ul>
    ${
      others.length > 0
        ? html`<h3>其他文件对本文件</h3>
            <ul>
              ${others}
            </ul>`
        : ''
    }`;
}

function saidOf(document: Document, other: Document): Html[] {
  const own = (other.relations ?? []).filter(({ target }) => means(target, document, other));
  return own.map(
    ({ type }) =>
      html`<li>
        <a href="/documents/${other.documentId}">${other.title}</a>：${codeLists.relation[type]}本文件
      </li>`,
  );
}

function means(reference: DocumentReference, document: Document, citing: Document): boolean {
  const keys = citationKeysOf(document);
  const citedAs = (key: string) => (keys.includes(key) ? [document] : []);
  return matchReference(reference, { citing, citedAs }).outcome === 'one';
}

/** A citation by number or title is looked up when it is followed: its document may have come since. */
function lookupLink(reference: DocumentReference): Html {
  const { documentId, number, title, issuedOn } = reference;
  const name = [title, number].filter(Boolean).join(' ') || documentId;
  if (documentId !== undefined) return html`<a href="/documents/${documentId}">${name}</a>`;
  const query = new URLSearchParams({
    ...(number !== undefined && { number }),
    ...(title !== undefined && { title }),
  });
  return html`<a href="/lookup?${query}">${name}</a>${issuedOn === undefined ? '' : `（${issuedOn}）`}`;
}
