import type { LocalDate } from '@gongwen/domain';
import type { SearchHit } from '@gongwen/ports';
import { codeLists } from '@gongwen/schemas';
import { html, raw } from 'hono/html';
import { endingOf } from '../ending-of.ts';
import type { Html } from './layout.ts';
import { lookupLink } from './reference-link.ts';
import { standingName, validityClass } from './status-banner.ts';

/** A hit: what it is, whether it was in force on the date, and what ended it. `at` is kept when the reader gave it. */
export function hitRow(hit: SearchHit, on: LocalDate, at: LocalDate | undefined): Html {
  const { document, validity, highlights } = hit;
  const { documentId, number, issuers, issuedOn, publishedOn, snapshot } = document;
  // the port’s highlights are escaped, with nothing but <mark>
  const title = highlights ? raw(highlights.title) : snapshot.title;
  const address = `/documents/${documentId}${at === undefined ? '' : `?at=${at}`}`;
  const facts = [
    number,
    issuers.join('、'),
    issuedOn && `成文 ${issuedOn}`,
    publishedOn && `发布 ${publishedOn}`,
  ];
  return html`<li>
    <h3>
      <a href="${address}">${title}</a>
      <span class="badge ${validityClass(validity)}">${standingName(document, validity)}</span>
    </h3>
    <p class="facts">${facts.filter(Boolean).join('　')}</p>
    ${ending(hit, on)} ${highlights?.text ? html`<p>${raw(highlights.text)}</p>` : ''}
  </li>`;
}

function ending(hit: SearchHit, on: LocalDate): Html | string {
  const { endedOn, endedBy } = endingOf(hit, on);
  if (endedOn === undefined && endedBy === undefined) return '';
  const changes: Partial<Record<string, string>> = codeLists.lifecycleChange;
  const since = endedOn === undefined ? '已' : `自 ${endedOn} 起`;
  const decision = endedBy === undefined ? '' : html`，依据 ${lookupLink(endedBy)}`;
  return html`<p class="facts ended">${since}${changes[hit.validity] ?? '失效'}${decision}</p>`;
}
