import { isEnded } from '@gongwen/domain';
import type { Document } from '@gongwen/schemas';
import { html } from 'hono/html';
import type { FoundDocument } from '../find-document.ts';
import { documentChain } from './document-chain.ts';
import { type Html, layout } from './layout.ts';
import { statusBanner } from './status-banner.ts';

/**
 * 一码通查: the answer to “is this rule in force?” first and large; works years later, also for what has ended.
 *
 * @param found - with the text that holds today
 * @param printed - with the text on the paper, when the code says which
 */
export function qrPage(
  found: FoundDocument,
  citing: readonly Document[],
  printed: FoundDocument | undefined,
  at: Date,
): Html {
  const { document, inForce } = found;
  const number = document.documentNumber?.canonical;
  const coming = inForce.until === undefined ? '' : html`<p>已通过的修改自 ${inForce.until} 起施行。</p>`;
  return layout({
    title: `${document.title}（一码通查）`,
    noIndex: true,
    body: html`${statusBanner(found, { big: true })}
      <h1>${document.title}</h1>
      <p>${number ?? ''} ${document.issuers?.map(({ name }) => name).join('、') ?? ''}</p>
      ${edition(found, printed)} ${coming} ${documentChain(document, citing)}
      <p><a href="/documents/${document.documentId}">查看全文、版本与原件</a></p>
      <p class="facts">数据时间 ${at.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })}（北京时间）</p>`,
  });
}

/** A version may bring no other text: what has been repealed since reads as it was printed. */
function edition({ document, inForce, validity }: FoundDocument, printed: FoundDocument | undefined): Html {
  const last = isEnded(validity) ? '最后' : '现行';
  if (!printed) return html`<p>${last}文本为第 ${inForce.version} 版。</p>`;
  if (printed.document.textVersion === document.textVersion)
    return html`<p>您手中的文本与${last}文本一致。</p>`;
  return html`<p class="banner other">
    您手中的是第 ${printed.version} 版，文字已有不同；${last}文本为第 ${inForce.version} 版。
  </p>`;
}
