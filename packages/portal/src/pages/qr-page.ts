import type { Document } from '@gongwen/schemas';
import { html } from 'hono/html';
import type { FoundDocument } from '../find-document.ts';
import { documentChain } from './document-chain.ts';
import { type Html, layout } from './layout.ts';
import { statusBanner } from './status-banner.ts';

/** 一码通查: the answer to “is this rule in force?” first and large; works years later, also for what has ended. */
export function qrPage(
  found: FoundDocument,
  citing: readonly Document[],
  printedVersion: number | undefined,
  at: Date,
): Html {
  const { document, inForce } = found;
  const number = document.documentNumber?.canonical;
  const edition =
    printedVersion === undefined || printedVersion === inForce.version
      ? html`<p>现行为第 ${inForce.version} 版。</p>`
      : html`<p class="banner other">您手中的是第 ${printedVersion} 版，现行为第 ${inForce.version} 版。</p>`;
  const coming = inForce.until === undefined ? '' : html`<p>已通过的修改自 ${inForce.until} 起施行。</p>`;
  return layout({
    title: `${document.title}（一码通查）`,
    noIndex: true,
    body: html`${statusBanner(found, { big: true })}
      <h1>${document.title}</h1>
      <p>${number ?? ''} ${document.issuers?.map(({ name }) => name).join('、') ?? ''}</p>
      ${edition} ${coming} ${documentChain(document, citing)}
      <p><a href="/documents/${document.documentId}">查看全文、版本与原件</a></p>
      <p class="facts">数据时间 ${at.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })}（北京时间）</p>`,
  });
}
