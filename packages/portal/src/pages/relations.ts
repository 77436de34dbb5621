import { type Document, type Relation, codeLists } from '@gongwen/schemas';
import { html } from 'hono/html';
import { citationsOf } from './citations-of.ts';
import type { Html } from './layout.ts';
import { lookupLink } from './reference-link.ts';

/** 相关文件, both ways: what this document says of others, and what others say of it. */
export function relations(document: Document, citing: readonly Document[]): Html | string {
  const { relations: own = [], undisclosedTargetCount } = document;
  const others = citationsOf(document, citing);
  if (own.length + others.length === 0) return '';
  return html`<h2>${document.docClass === 'gazette_issue' ? '本期目录' : '相关文件'}</h2>
    <ul>
      ${own.map(
        ({ type, target, scope }) =>
          html`<li>
            ${nameOf(type, document)}：${lookupLink(target)}${scope === undefined ? '' : `（${scope}）`}
          </li>`,
      )}
      ${undisclosedTargetCount === undefined ? '' : html`<li>另有 ${undisclosedTargetCount} 件不公开的文件</li>`}
    </ul>
    ${
      others.length > 0
        ? html`<h3>其他文件对本文件</h3>
            <ul>
              ${others.map(
                ({ type, by }) =>
                  html`<li><a href="/documents/${by.documentId}">${by.title}</a>：${nameOf(type, by)}本文件</li>`,
              )}
            </ul>`
        : ''
    }`;
}

/** A notice carries what it promulgates, a gazette what it prints. */
function nameOf(type: Relation['type'], { docClass }: Document): string {
  return type === 'carries' && docClass === 'gazette_issue' ? '刊登' : codeLists.relation[type];
}
