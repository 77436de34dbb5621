import { filesOf } from '@gongwen/domain';
import type { Document, FileReference } from '@gongwen/schemas';
import sanitizeHtml from 'sanitize-html';

/** A text or HTML that was uploaded as a file, because it is too long to be inline. */
export interface LongText {
  readonly kind: 'text' | 'html';
  readonly content: string;
}

/** Where a file is downloaded. */
export type LinkTo = (document: Document, file: FileReference) => string;

/** The `text` of an article: HTML, with links to the attachments appended. Empty when the document is a file only. */
export function hanwebText(document: Document, linkTo: LinkTo, longText: LongText | undefined): string {
  const { body, captionNote, attachments = [] } = document;
  const text = longText?.kind === 'text' ? longText.content : body?.text;
  const html = longText?.kind === 'html' ? longText.content : body?.html;
  const content = text === undefined ? sanitizeHtml(html ?? '', allowed) : paragraphs(text);
  if (content === '') return '';
  const links = attachments.map(
    ({ title, file }, index) =>
      `<p>附件${index + 1}：<a href="${escaped(linkTo(document, file))}">${escaped(title)}</a></p>`,
  );
  return [...(captionNote === undefined ? [] : [paragraphs(captionNote)]), content, ...links].join('\n');
}

/** Every file of the document, for a receiver that keeps files apart. */
export function hanwebFiles(document: Document, linkTo: LinkTo): string[] {
  return [...new Set(filesOf(document).map((file) => linkTo(document, file)))];
}

function paragraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('\n');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** What the portal shows, too: structure, tables and links; nothing that runs or loads. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: 'p br h2 h3 h4 ul ol li strong em a sup sub table thead tbody tr th td'.split(' '),
  allowedAttributes: { a: ['href'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] },
  allowedSchemes: ['http', 'https'],
  disallowedTagsMode: 'discard',
};
