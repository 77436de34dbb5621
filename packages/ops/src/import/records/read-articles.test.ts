import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseRecord } from './parse-record.ts';
import { readRecords } from './read-records.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'read-articles-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const article = (title: string, text = '<p>节水</p>') =>
  `<article><title><![CDATA[${title}]]></title><text><![CDATA[${text}]]></text></article>`;
const batch = (...articles: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<book><edition>1.0</edition>\n${articles.join('\n')}\n</book>\n`;

async function read(content: string | Uint8Array, maximumBytes?: number) {
  const file = join(folder, 'batch.txt');
  writeFileSync(file, content);
  return Array.fromAsync(readRecords(file, maximumBytes === undefined ? {} : { maximumBytes }));
}

/** 关于节水的通知 in GB 18030. */
const inChinese = Buffer.from('b9d8d3dabddacbaeb5c4cda8d6aa', 'hex');

describe('readRecords of an XML batch', () => {
  it.each([
    ['plain', (text: string) => Buffer.from(text)],
    ['packed', (text: string) => gzipSync(text)],
    ['with a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    [
      'without its frame',
      (text: string) => Buffer.from(text.replaceAll(/<[?/]?(?:xml|book).*?>|<edition.*?n>/g, '')),
    ],
  ])('reads article by article: %s', async (_, encode) => {
    expect(await read(encode(batch(article('一'), article('二'))))).toMatchObject([
      { line: 1, value: { article: { title: '一', text: '<p>节水</p>' }, isMended: false } },
      { line: 2, value: { article: { title: '二' } } },
    ]);
  });

  it('reads GB 18030, whatever the file declares', async () => {
    const [before, after] = batch(article('@'))
      .split('@')
      .map((part) => Buffer.from(part));
    const records = await read(
      Buffer.concat([
        before!,
        inChinese,
        Buffer.from(' a'),
        after!.subarray(0, 3),
        Buffer.from('</title></article></book>'),
      ]),
    );
    expect(records).toMatchObject([{ value: { article: { title: '关于节水的通知 a' } } }]);
  });

  it('mends a “]]>” in the text, keeps one that was written safely', async () => {
    const records = await read(batch(article('一', 'a[b[0]]>1'), article('二', 'a]]]]><![CDATA[>b')));
    expect(records).toMatchObject([
      { value: { article: { text: 'a[b[0]]>1' }, isMended: true } },
      { value: { article: { text: 'a]]>b' }, isMended: false } },
    ]);
  });

  it('refuses a broken article alone, with its bytes', async () => {
    const broken = '<article><title><![CDATA[二]]></title><text><![CDATA[没有结束</text></article>';
    const records = await read(batch(article('一'), broken, article('三')));
    expect(records).toMatchObject([
      { line: 1, value: {} },
      { line: 2, refusal: { code: 'SCHEMA_VIOLATION' } },
      { line: 3, value: { article: { title: '三' } } },
    ]);
    expect(records[1]?.bytes.toString().trim()).toBe(broken);
  });

  it('refuses what stands between articles and is none', async () => {
    const records = await read(batch(article('一'), '<artcle><title>二</title></artcle>', article('三')));
    expect(records).toMatchObject([
      { line: 1 },
      { line: 2, refusal: { code: 'SCHEMA_VIOLATION' } },
      { line: 3 },
    ]);
  });

  it.each([
    ['an entity', '<article><title>&author;</title></article>'],
    ['markup outside of a section', '<article><title>一</title><text><p>节水</p></text></article>'],
    ['a DTD in an article', '<article><!DOCTYPE a><title>一</title></article>'],
    ['no UTF-8 and no GB 18030', Buffer.from('<article><title>\u00FF\u00FF</title></article>', 'latin1')],
  ])('refuses %s', async (_, text) => {
    expect(await read(text)).toMatchObject([{ line: 1, refusal: {} }]);
  });

  it('refuses a DTD with the rest of its file: an entity is never expanded', async () => {
    const definitions = '<!DOCTYPE book [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const records = await read(`<?xml version="1.0"?>${definitions}<book>${article('&b;')}</book>`);
    expect(records).toMatchObject([{ line: 1, refusal: { code: 'SCHEMA_VIOLATION' } }]);
    expect(records).toHaveLength(1);
  });

  it('refuses an article that is too long, and reads the others', async () => {
    const records = await read(
      batch(article('一'), article('二', '长'.repeat(100_000)), article('三')),
      10_000,
    );
    expect(records).toMatchObject([{ value: {} }, { refusal: { code: 'BODY_TOO_LARGE' } }, { value: {} }]);
    expect(records[1]?.bytes).toHaveLength(10_000);
  });

  it('drops control characters that XML forbids', async () => {
    expect(await read(batch(article('一\u000b', '节\u0001水')))).toMatchObject([
      { value: { article: { title: '一', text: '节水' } } },
    ]);
  });

  it('gives bytes that can be read again', async () => {
    for (const record of await read(batch(article('一', 'a]]>b'), article('二')))) {
      expect(parseRecord(record.line, record.bytes)).toEqual(record);
    }
  });
});
