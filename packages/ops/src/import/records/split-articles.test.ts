import { describe, expect, it } from 'vitest';
import { createArticleSplitter } from './split-articles.ts';

const article = (text: string) =>
  `<article><text><![CDATA[${text}]]></text><source><![CDATA[临澜]]></source></article>`;
const batch = (...articles: string[]) => `<book><edition>1.0</edition>\n${articles.join('\n')}\n</book>\n`;

function split(text: string, size: number, maximumLength = 1_000_000) {
  const splitter = createArticleSplitter(maximumLength);
  const parts = [];
  for (let at = 0; at < text.length; at += size) parts.push(...splitter.push(text.slice(at, at + size)));
  return [...parts, ...splitter.end()];
}

const articlesOf = (text: string, size: number) =>
  split(text, size)
    .filter(({ kind }) => kind === 'article')
    .map((part) => part.text);

const tricky: [string, string][] = [
  ['plain text', '一'],
  ['an article of HTML 5 in the text', '<article>内容</article>\n<article class="b">二</article>'],
  ['an unescaped end of a section', 'if (a[b[0]]>1) { }'],
  ['a safely written end of a section', 'a]]]]><![CDATA[>b</article>'],
  ['a long text', '长'.repeat(3000)],
];

describe('createArticleSplitter', () => {
  it.each(tricky)('keeps %s in its article, wherever the stream is cut', (_, text) => {
    const articles = [article(text), article('二'), article(text)];
    for (const size of [1, 2, 3, 7, 64, 255, 256, 259, 1000, 100_000]) {
      expect(articlesOf(batch(...articles), size)).toEqual(articles);
    }
  });

  it.each([
    [
      'a section that never ends',
      '<article><text><![CDATA[一</text><source><![CDATA[临澜]]></source></article>',
    ],
    ['an article that breaks off', '<article><text><![CDATA[一\n'],
    [
      'an element that is not closed',
      '<article><text><![CDATA[一]]><source><![CDATA[临澜]]></source></article>',
    ],
  ])('loses no other article to %s', (_, broken) => {
    for (const size of [1, 64, 100_000]) {
      const articles = articlesOf(batch(article('一'), broken, article('二')), size);
      expect(articles).toHaveLength(3);
      expect(articles[0]).toBe(article('一'));
      expect(articles[1]?.trim()).toBe(broken.trim());
      expect(articles[2]).toBe(article('二'));
    }
  });

  it('gives every character of the batch back, in order', () => {
    const text = batch(article('一'), '<artcle><text>二</text></artcle>', article('三]]>'));
    for (const size of [1, 50, 100_000]) {
      expect(
        split(text, size)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }
  });

  it('keeps the beginning of what is too long, and goes on with the next article', () => {
    const text = batch(article('一'), article('长'.repeat(9000)), article('三'));
    const parts = split(text, 500, 1000).filter(({ kind }) => kind === 'article');
    expect(parts.map((part) => [part.isCut, part.text.length])).toEqual([
      [false, article('一').length],
      [true, 1000],
      [false, article('三').length],
    ]);
  });
});
