import { type Document, type FileReference, type GazetteIssue, codeLists } from '@gongwen/schemas';
import { html, raw } from 'hono/html';
import sanitizeHtml from 'sanitize-html';
import type { FoundDocument } from '../find-document.ts';
import type { PublicHistory } from '../read-history.ts';
import { changeList } from './change-list.ts';
import { earlierHistory } from './earlier-history.ts';
import { editionBanner } from './edition-banner.ts';
import { factsTable } from './facts-table.ts';
import { type Html, layout } from './layout.ts';
import { legislationData } from './legislation-data.ts';
import { relations } from './relations.ts';
import { statusBanner } from './status-banner.ts';
import { textHistory } from './text-history.ts';
import { validityHistoryTable } from './validity-history.ts';

/** A document for reading: status first, then the facts, the text, its files, versions and relations. */
export function documentPage(
  found: FoundDocument,
  history: PublicHistory,
  citing: readonly Document[],
  publicUrl: string,
): Html {
  const { document, version, newest, inForce, standsInFor } = found;
  // what stands in for the text of today is found in its place, too
  const isOther = version !== inForce.version && standsInFor === undefined;
  const canonical = `${publicUrl}/documents/${document.documentId}`;
  return layout({
    title: document.title,
    canonical,
    noIndex: isOther,
    data: legislationData(found, canonical),
    body: html`<h1>${document.title}</h1>
      ${editionBanner(found)} ${statusBanner(found)} ${textNotHeld(found)} ${facts(document)} ${text(document)} ${files(document)}
      ${changeList(document.documentId, history)} ${earlierHistory(newest.document)} ${textHistory(found, history)} ${found.validity === 'not_applicable' ? '' : validityHistoryTable(newest.document, found.asOf)} ${relations(document, citing)} ${provenance(document)}
      <h2>一码通查</h2>
      <p>
        <img class="qr" src="/documents/${document.documentId}/qr.svg" alt="本文件二维码" />
        <a href="/qr/${document.documentId}">查询本文件是否有效</a>
      </p>`,
  });
}

/** An import often brings the text of later days only: then the reader must not take it for that of the day asked for. */
function textNotHeld({ textFrom, asOf, standsInFor }: FoundDocument): Html | string {
  if (textFrom === undefined || textFrom <= asOf || standsInFor !== undefined) return '';
  return html`<p class="banner other">本系统未收录 ${asOf} 的文本；以下为自 ${textFrom} 起的文本。</p>`;
}

function facts(document: Document): Html {
  const rows: [string, string | undefined][] = [
    ['发文字号', document.documentNumber?.canonical ?? document.documentNumber?.raw],
    ['发文机关', document.issuers?.map(({ name }) => name).join('、')],
    ['文件类别', codeLists.docClass[document.docClass]],
    ['公报期次', document.gazetteIssue && gazetteIssue(document.gazetteIssue)],
    ['公文种类', document.officialForm && codeLists.officialForm[document.officialForm]],
    ['主题分类', document.themes?.join('；')],
    ['成文日期', document.issuedOn],
    ['发布日期', document.publishedOn],
    ['施行日期', document.effectiveFrom],
    ['有效期至', document.effectiveUntil],
    ['索引号', document.indexNumber],
    ['公开属性', codeLists.disclosure[document.disclosure]],
    ['来源', document.source],
  ];
  return factsTable(rows);
}

/** 2019年第3、4期（总390期）. */
function gazetteIssue({ year, numbers, totalNumber }: GazetteIssue): string {
  return `${year}年第${numbers.join('、')}期${totalNumber === undefined ? '' : `（总${totalNumber}期）`}`;
}

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'h2',
    'h3',
    'h4',
    'ul',
    'ol',
    'li',
    'strong',
    'em',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'a',
    'sup',
    'sub',
  ],
  allowedAttributes: { a: ['href'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] },
  allowedSchemes: ['http', 'https'],
  disallowedTagsMode: 'discard',
};

/** HTML as its department wrote it is cleaned on the way out; plain text is escaped. */
function text({ body, captionNote }: Document): Html {
  const note = captionNote ? html`<p class="facts">（${captionNote}）</p>` : '';
  if (body?.text !== undefined) {
    const paragraphs = body.text.split(/\n+/).filter((line) => line.trim() !== '');
    return html`<article class="text">${note}${paragraphs.map((line) => paragraph(line))}</article>`;
  }
  if (body?.html !== undefined)
    return html`<article class="text">${note}${raw(sanitizeHtml(body.html, allowed))}</article>`;
  return html`<article class="text">${note}</article>`;
}

function paragraph(line: string): Html {
  const [, article] = /^\s*(第[一二三四五六七八九十百零〇]{1,8}条)/.exec(line) ?? [];
  return article ? html`<p id="${article}">${line}</p>` : html`<p>${line.replace(/^#{1,6}\s*/, '')}</p>`;
}

function files({ documentId, body, renditions = [], attachments = [] }: Document): Html | string {
  const all: [string, FileReference][] = [
    ...(body?.file ? [['正文', body.file] as [string, FileReference]] : []),
    ...renditions.map(({ role, file }): [string, FileReference] => [codeLists.renditionRole[role], file]),
    ...attachments.map(({ title, file }): [string, FileReference] => [title, file]),
  ];
  if (all.length === 0) return '';
  return html`<h2>原件与附件</h2>
    <ul>
      ${all.map(
        ([name, { filename, bytes, sha256 }]) =>
          html`<li>
            <a href="/v1/documents/${documentId}/files/${sha256}" download="${filename}">${name}：${filename}</a
            >（${Math.ceil(bytes / 1024)} KB）<br /><code>sha256 ${sha256}</code>
          </li>`,
      )}
    </ul>`;
}

function provenance({ provenance: origin }: Document): Html | string {
  if (!origin) return '';
  const urls = origin.sources.flatMap(({ url }) => url ?? []);
  return html`<h2>数据来源</h2>
    <p>
      导入自
      ${origin.sources.map(({ collection }) => collection).join('、')}${origin.gaps.length > 0 ? `；来源缺少：${origin.gaps.map((gap) => codeLists.gap[gap]).join('、')}` : ''}
    </p>
    ${
      urls.length > 0
        ? html`<ul>
            ${urls.map((url) => html`<li><a href="${url}" rel="nofollow">${url}</a></li>`)}
          </ul>`
        : ''
    }`;
}
