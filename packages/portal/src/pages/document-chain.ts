import type { Document, Relation } from '@gongwen/schemas';
import { html } from 'hono/html';
import { citationsOf } from './citations-of.ts';
import type { Html } from './layout.ts';
import { lookupLink } from './reference-link.ts';

type RelationType = Relation['type'];

/** One step of the way of a policy: what it says of others, and what others say of it. */
interface Step {
  readonly name: string;
  readonly own?: readonly RelationType[];
  readonly others?: readonly RelationType[];
}

/** 一码通查 (DOMAIN §9): 依据 → 征集 → 反馈 → 会议 → 公报 → 解读 → 问答 → 兑现. */
const steps: readonly Step[] = [
  { name: '政策依据', own: ['based_on', 'implements'] },
  { name: '草案', others: ['draft_of'] },
  { name: '意见征集', others: ['consultation_for'] },
  { name: '意见采纳', others: ['feedback_for'] },
  { name: '会议审议', own: ['deliberated_at'] },
  { name: '政府公报', own: ['published_in_gazette'], others: ['carries'] },
  { name: '配套文件', others: ['based_on', 'implements'] },
  { name: '政策解读', own: ['interpreted_by'], others: ['interprets'] },
  { name: '政策问答', others: ['answers'] },
  { name: '政策兑现', others: ['redemption_of'] },
];

/** The way of a document from its basis to what people get by it; steps of which nothing is known are left out. */
export function documentChain(document: Document, citing: readonly Document[]): Html | string {
  const citations = citationsOf(document, citing);
  const known = steps
    .map(({ name, own = [], others = [] }) => ({
      name,
      links: unique([
        ...(document.relations ?? []).filter(({ type }) => own.includes(type)).map(({ target }) => target),
        ...citations.filter(({ type }) => others.includes(type)).map(({ by }) => by),
      ]).map(lookupLink),
    }))
    .filter(({ links }) => links.length > 0);
  if (known.length === 0) return '';
  return html`<h2>政策链条</h2>
    <ol>
      ${known.map(
        ({ name, links }) =>
          html`<li>
            ${name}
            <ul>
              ${links.map((link) => html`<li>${link}</li>`)}
            </ul>
          </li>`,
      )}
    </ol>`;
}

type Linked = Parameters<typeof lookupLink>[0];

/** An interpretation and its document often name each other. */
function unique(documents: readonly Linked[]): Linked[] {
  return [...new Map(documents.map((one) => [one.documentId ?? one.title ?? one.number, one])).values()];
}
