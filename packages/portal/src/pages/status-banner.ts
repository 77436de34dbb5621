import { endingOn } from '@gongwen/domain';
import { type Document, type LifecycleEntry, type Validity, codeLists } from '@gongwen/schemas';
import { html } from 'hono/html';
import type { FoundDocument } from '../find-document.ts';
import type { Html } from './layout.ts';
import { lookupLink } from './reference-link.ts';

/** The colour group of a validity; the words carry the meaning. */
export function validityClass(validity: Validity): 'in-force' | 'ended' | 'other' {
  switch (validity) {
    case 'in_force':
    case 'in_force_amended':
    case 'partially_ended':
      return 'in-force';
    case 'repealed':
    case 'expired':
    case 'declared_lapsed':
    case 'superseded':
      return 'ended';
    case 'not_yet_effective':
    case 'not_applicable':
    case 'unknown':
      return 'other';
  }
}

/** 有效性 in a word; of what has none, what it is: 不适用 would read as if the document did not apply. */
export function standingName({ docClass }: Pick<Document, 'docClass'>, validity: Validity): string {
  return validity === 'not_applicable' ? codeLists.docClass[docClass] : codeLists.validity[validity];
}

/** The first thing a citizen wants to know, in words: in force or not, since when, by whose decision. */
export function statusBanner(found: FoundDocument, { big = false } = {}): Html {
  const { document, validity, asOf } = found;
  if (document.publication.state === 'withdrawn') {
    const { withdrawnOn, publicReason } = document.publication;
    return html`<div class="banner ended${big ? ' big' : ''}" role="status">
      <strong>已撤回</strong>
      <p>自 ${withdrawnOn ?? ''} 起撤回。原因：${publicReason ?? ''}</p>
    </div>`;
  }
  return html`<div class="banner ${validityClass(validity)}${big ? ' big' : ''}" role="status">
    <strong>${standingName(document, validity)}</strong>${explain(found)}
    <p class="facts">截至 ${asOf}</p>
  </div>`;
}

function explain({ document, validity, asOf }: FoundDocument): Html | string {
  const ending = endingOn(document, asOf);
  if (ending) {
    const what = `自 ${ending.effectiveOn} 起${codeLists.lifecycleChange[ending.change]}`;
    return html`<p>${what}${decisionOf(ending)}${ending.reason ? `（${ending.reason}）` : ''}</p>`;
  }
  if (validity === 'not_yet_effective' && document.effectiveFrom)
    return html`<p>自 ${document.effectiveFrom} 起施行</p>`;
  if (validity === 'not_applicable') return html`<p>本身不设定权利义务，没有效力期限。</p>`;
  if (document.effectiveUntil) return html`<p>有效期至 ${document.effectiveUntil}</p>`;
  return '';
}

function decisionOf({ decision }: LifecycleEntry): Html | string {
  return decision ? html`，依据 ${lookupLink(decision)}` : '';
}
