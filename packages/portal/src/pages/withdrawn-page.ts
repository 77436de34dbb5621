import { html } from 'hono/html';
import type { FoundDocument } from '../find-document.ts';
import { factsTable } from './facts-table.ts';
import { type Html, layout } from './layout.ts';
import { statusBanner } from './status-banner.ts';

/** What stays of a withdrawn document: what it was and why it is gone. Notes, relations and sources may tell the rest. */
export function withdrawnPage(found: FoundDocument): Html {
  const { title, documentNumber, issuers, issuedOn, publishedOn, publication } = found.document;
  return layout({
    title,
    noIndex: true,
    body: html`<h1>${title}</h1>
      ${statusBanner(found)}
      ${factsTable([
        ['发文字号', documentNumber?.canonical ?? documentNumber?.raw],
        ['发文机关', issuers?.map(({ name }) => name).join('、')],
        ['成文日期', issuedOn],
        ['发布日期', publishedOn],
        ['撤回日期', publication.withdrawnOn],
      ])}`,
  });
}
