import { isEnded } from '@gongwen/domain';
import type { Document } from '@gongwen/schemas';
import { html } from 'hono/html';
import type { FoundDocument } from '../find-document.ts';
import { documentChain } from './document-chain.ts';
import { type Html, layout } from './layout.ts';
import { statusBanner } from './status-banner.ts';

/** The text on the paper. */
export type Printed = { readonly textVersion: number } | 'withdrawn';

/**
 * 一码通查: the answer to “is this rule in force?” first and large; works years later, also for what has ended.
 *
 * @param found - with the text that holds today
 * @param printed - with the text on the paper, when the code says which
 */
export function qrPage(
  found: FoundDocument,
  citing: readonly Document[],
  printed: Printed | undefined,
  at: Date,
): Html {
  const { document } = found;
  const isWithdrawn = document.publication.state === 'withdrawn';
  return layout({
    title: `${document.title}（一码通查）`,
    noIndex: true,
    body: html`${statusBanner(found, { big: true })}
      <h1>${document.title}</h1>
      <p>
        ${document.documentNumber?.canonical ?? ''} ${document.issuers?.map(({ name }) => name).join('、') ?? ''}
      </p>
      ${isWithdrawn ? '' : furtherFacts(found, citing, printed)}
      <p class="facts">数据时间 ${at.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })}（北京时间）</p>`,
  });
}

function furtherFacts(found: FoundDocument, citing: readonly Document[], printed: Printed | undefined): Html {
  const { document, inForce } = found;
  return html`${edition(found, printed)}
    ${inForce.until === undefined ? '' : html`<p>已通过的修改自 ${inForce.until} 起施行。</p>`}
    ${documentChain(document, citing)}
    <p><a href="/documents/${document.documentId}">查看全文、变更记录与原件</a></p>`;
}

/** A version may bring no other text: what has been repealed since reads as it was printed. */
function edition({ document, standsInFor, validity }: FoundDocument, printed: Printed | undefined): Html {
  const last = standsInFor ? '目前公开的文本' : isEnded(validity) ? '最后文本' : '现行文本';
  const is = `${last}为第 ${document.textVersion} 版。`;
  if (!printed) return html`<p>${is}</p>`;
  if (printed === 'withdrawn') {
    return html`<p class="banner ended">您手中的文本已撤回，不再公开；${is}</p>`;
  }
  if (printed.textVersion === document.textVersion) return html`<p>您手中的文本与${last}一致。</p>`;
  return html`<p class="banner other">您手中的是第 ${printed.textVersion} 版文本，文字已有不同；${is}</p>`;
}
