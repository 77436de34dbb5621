import type { DocumentReference } from '@gongwen/schemas';
import { html } from 'hono/html';
import type { Html } from './layout.ts';

/** How a cited document is named: as a link when it is one of ours, else in 《》. */
export function referenceLink({ documentId, title, number }: DocumentReference): Html | string {
  const name = title ?? number ?? documentId ?? '';
  if (documentId !== undefined) return html`<a href="/documents/${documentId}">${name}</a>`;
  return name.includes('《') ? name : `《${name}》`;
}
