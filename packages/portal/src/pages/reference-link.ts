import type { DocumentReference } from '@gongwen/schemas';
import { html } from 'hono/html';
import type { Html } from './layout.ts';

/** A link to a cited document; one cited by number or title is looked up when it is followed: it may have come since. */
export function lookupLink(reference: DocumentReference): Html {
  const { documentId, number, title, issuedOn } = reference;
  const name = [title, number].filter(Boolean).join(' ') || documentId;
  if (documentId !== undefined) return html`<a href="/documents/${documentId}">${name}</a>`;
  const query = new URLSearchParams({
    ...(number !== undefined && { number }),
    ...(title !== undefined && { title }),
  });
  return html`<a href="/lookup?${query}">${name}</a>${issuedOn === undefined ? '' : `（${issuedOn}）`}`;
}
