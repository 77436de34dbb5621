import type { DocumentContent } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import { content, context, documentId } from './given.ts';

const attachment = content.attachments[0]!;
const text = '第一条 为帮助青年积累工作经验，制定本办法。';
const about = '<p>国家秘密分为绝密、机密、秘密三级。</p>';

/** Where the mark was seen. */
function seenIn(changes: Partial<DocumentContent>): string | undefined {
  const body = { documentId, document: { ...content, ...changes } };
  const outcome = decide(undefined, { name: 'publish', documentId, body }, context);
  if (outcome.outcome === 'accepted') return undefined;
  expect(outcome.code).toBe('CLASSIFIED_CONTENT');
  return outcome.issues?.[0]?.pointer;
}

describe('a classification mark', () => {
  it.each<[string, Partial<DocumentContent>]>([
    ['title', { title: '绝密★启用前 临澜市应急预案' }],
    ['subtitle', { subtitle: '秘密☆' }],
    ['kicker', { kicker: '机密★1年' }],
    ['abstract', { abstract: '本件为机 密 ★。' }],
    ['captionNote', { captionNote: '2025年3月10日印发，秘密★' }],
    ['annotation', { annotation: '秘密☆', provenance: { sources: [], gaps: [] } }],
    ['keywords/1', { keywords: ['见习', '秘密★'] }],
    ['attachments/0/title', { attachments: [{ ...attachment, title: '机密★名册' }] }],
    [
      'attachments/0/file/filename',
      { attachments: [{ ...attachment, file: { ...attachment.file, filename: '秘密★.pdf' } }] },
    ],
    ['relations/0/target/title', { relations: [{ type: 'related', target: { title: '机密★方案' } }] }],
    ['body/text', { body: { text: '000012\n机 密 ★ 5年\n特急\n临澜市人民政府文件' } }],
    ['body/text', { body: { text: `${' \n'.repeat(400)}秘密★\n${text}` } }],
    ['body/text', { body: { text: '秘\u200b密\u00ad★' } }],
  ])('is seen in %s', (place, changes) => {
    expect(seenIn(changes)).toBe(`/document/${place}`);
  });

  it.each([
    ['as it is', '<p>机密★</p>'],
    ['divided by tags', '<p>机密<span class="star">★</span></p>'],
    ['in entities', '<p>&#31192;&nbsp;密&#9733;</p>'],
    ['after much that nobody reads', `<style>${'p { color: red }'.repeat(900)}</style><p>机密&#x2605;</p>`],
    ['after a comment', `<!-- ${'本稿'.repeat(300)} --><p>机密★</p>`],
    ['in an unclosed tag', '<p>机密<b>★'],
  ])('is seen in HTML %s, beside a clean text', (_how, html) => {
    expect(seenIn({ body: { text, html } })).toBe('/document/body/html');
  });

  it.each([
    ['levels without a star', { body: { text: '国家秘密分为绝密、机密、秘密三级。', html: about } }],
    ['a mark that a text quotes further down', { body: { text: text.repeat(30) + '标为“机密★”。' } }],
    ['a mark in a script', { body: { html: `<script>"机密★"</script>${about}` } }],
  ])('is not seen in %s', (_what, changes) => {
    expect(seenIn(changes)).toBeUndefined();
  });
});
