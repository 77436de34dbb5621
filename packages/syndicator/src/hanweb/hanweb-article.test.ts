import type { Document } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { type HanwebContext, hanwebArticle } from './hanweb-article.ts';

const document: Document = {
  documentId: 'll-water:2026-1',
  department: 'll-water',
  publication: { state: 'published' },
  textVersion: 1,
  lifecycle: [],
  docClass: 'normative_document',
  title: '临澜市节水管理办法',
  disclosure: 'active',
  issuedOn: '2026-02-20',
  publishedOn: '2026-03-01',
  body: { text: '第一条 节水。' },
};
const context: HanwebContext = {
  today: '2026-06-15',
  acceptedAt: new Date('2026-03-01T07:20:05Z'),
  linkTo: ({ documentId }, { sha256 }) =>
    `https://rules.linlan.example/v1/documents/${documentId}/files/${sha256}`,
};
const file = { sha256: 'a'.repeat(64), bytes: 10, mediaType: 'application/pdf', filename: '办法.pdf' };

function element(name: string, more: Partial<Document> = {}, other: Partial<HanwebContext> = {}) {
  const article = hanwebArticle({ ...document, ...more }, { ...context, ...other });
  return new RegExp(`<${name}><!\\[CDATA\\[([\\s\\S]*?)\\]\\]></${name}>`).exec(article)?.[1];
}

describe('hanwebArticle', () => {
  it('writes the time of release with 24 hours, in Shanghai', () => {
    expect(element('datetime')).toBe('2026-03-01 15:20:05');
    expect(element('deploytime', {}, { acceptedAt: new Date('2026-03-01T16:00:00Z') })).toBe(
      '2026-03-01 00:00:00',
    );
    expect(element('datetime', { publishedOn: undefined! })).toBe('');
  });

  it('writes each date in the element that is for it, or leaves it empty', () => {
    expect(element('c_complatedate')).toBe('2026-02-20');
    expect(element('c_complatedate', { issuedOn: undefined! })).toBe('');
    expect(element('validend')).toBe('');
    expect(element('validend', { effectiveUntil: '2031-02-28' })).toBe('2031-02-28');
  });

  it.each<[string, Partial<Document>]>([
    ['有效', {}],
    ['尚未施行', { effectiveFrom: '2026-07-01' }],
    ['失效', { effectiveUntil: '2026-06-14' }],
    ['废止', { lifecycle: [{ change: 'repealed', effectiveOn: '2026-05-01', version: 2 }] }],
    ['不适用', { docClass: 'interpretation' }],
    ['未标注', { provenance: { sources: [], gaps: ['validity'] } }],
  ])('states the validity of today: %s', (word, more) => {
    expect(element('vc_validate', more)).toBe(word);
  });

  it('splits the end of a section in a text', () => {
    const article = hanwebArticle({ ...document, title: 'a[b[0]]>1', body: { text: 'x]]>y' } }, context);
    expect(article).toContain('<title><![CDATA[a[b[0]]]]><![CDATA[>1]]></title>');
    expect(article.split(']]>')).toHaveLength(article.split('<![CDATA[').length);
  });

  it('writes text as paragraphs, and drops what runs from HTML', () => {
    expect(element('text', { body: { text: 'a < b\nc & d' } })).toBe('<p>a &lt; b</p>\n<p>c &amp; d</p>');
    const html = '<h2>节水</h2><script>alert(1)</script><p onclick="alert(2)">一</p>';
    expect(element('text', { body: { html } })).toBe('<h2>节水</h2><p>一</p>');
    expect(element('text', {}, { longText: { kind: 'text', content: '长文' } })).toBe('<p>长文</p>');
  });

  it('appends links to attachments, and lists every file', () => {
    const attachments = [{ title: '申请表', file }];
    const link = `https://rules.linlan.example/v1/documents/${document.documentId}/files/${file.sha256}`;
    expect(element('text', { attachments })).toBe(
      `<p>第一条 节水。</p>\n<p>附件1：<a href="${link}">申请表</a></p>`,
    );
    expect(element('attach', { attachments })).toBe(link);
  });

  it('PDF-only body: no bare link is written as the text', () => {
    const { body: _, ...fileOnly } = document;
    const article = hanwebArticle({ ...fileOnly, renditions: [{ role: 'original', file }] }, context);
    expect(article).toContain('<text><![CDATA[]]></text>');
    expect(article).toContain(file.sha256);
  });

  it('drops characters that no XML may have', () => {
    expect(element('title', { title: '节\u0001水\uFFFE' })).toBe('节水');
  });
});
