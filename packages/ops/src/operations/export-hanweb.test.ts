import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { parseDocumentNumber } from '@gongwen/domain';
import { type EventLog, type ObjectStore, topicDefinitions } from '@gongwen/ports';
import { createMemoryEventLog, createMemoryObjectStore } from '@gongwen/ports/memory';
import type { Document, DocumentEvent, PublishCommand } from '@gongwen/schemas';
import { type View, createView } from '@gongwen/service-kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCollection } from '../import/import-collection.ts';
import { type HanwebExportOptions, exportHanweb } from './export-hanweb.ts';
import { appendEvents, publishedEvent } from './published-event.ts';

let folder: string;
let log: EventLog;
let store: ObjectStore;
let view: View | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'export-hanweb-'));
  log = createMemoryEventLog();
  store = createMemoryObjectStore();
  await log.ensureTopics(topicDefinitions(3));
});

afterEach(async () => {
  await view?.[Symbol.asyncDispose]();
  await log[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

function event(number: number, more: Partial<Document>, time = '2026-03-01T06:20:05.000Z'): DocumentEvent {
  const published = publishedEvent(number);
  const document = { ...published.data.document, ...more };
  // the change of a publication is what `publishedEvent` says, whatever the document
  return { ...published, time, data: { ...published.data, document } } as DocumentEvent;
}

async function exported(events: readonly DocumentEvent[], more: Partial<HanwebExportOptions> = {}) {
  await appendEvents(log, ...events);
  view = createView({ path: join(folder, 'view.db'), log });
  await view.ready;
  return exportHanweb({
    data: { view, store },
    directory: join(folder, 'out'),
    batchSize: 500,
    publicUrl: 'https://rules.linlan.example',
    now: new Date('2026-06-15T02:00:00Z'),
    ...more,
  });
}

async function imported(files: readonly string[]) {
  const documents: PublishCommand['document'][] = [];
  const summary = await importCollection({
    files,
    department: 'library',
    rejectsPath: join(folder, 'rejects.jsonl'),
    checkpointPath: join(folder, 'checkpoint.json'),
    gateway: {
      publish: async ({ document }) => {
        documents.push(document);
        return { replayed: false };
      },
      amend: () => Promise.reject(new Error('nothing to amend')),
    },
  });
  return { summary, documents };
}

/** What the format has an element for. */
const full: Partial<Document> = {
  docClass: 'normative_document',
  title: '临澜市水务局关于印发节水管理办法的通知',
  subtitle: '（2026年修订）',
  kicker: '节水在身边',
  linkTitle: '节水管理办法',
  documentNumber: parseDocumentNumber('临水发〔2026〕5号'),
  indexNumber: '11370000MB1234567A/2026-00012',
  registrationNumber: 'LLDR-2026-0050002',
  catalogCodes: ['B-01'],
  issuers: [{ name: '临澜市水务局' }],
  publisher: '临澜市水务局',
  source: '临澜市政府网',
  regionCode: '379900',
  issuedOn: '2026-03-01',
  publishedOn: '2026-03-01',
  effectiveUntil: '2031-03-31',
  themes: ['农业、林业、水利\\水利', '其他'],
  audiences: ['企业', '个人'],
  fiveOpenings: 'management',
  keywords: ['节水', '水务'],
  abstract: '节水器具的推广，\n和监督。',
  body: { text: '各区人民政府：\n\n当 a[b[0]]>1 且 x < y 时，“节水” & 奖励。\n第一条 <略>' },
};

describe('exportHanweb', () => {
  it('comes back through our own import with every field that the format has', async () => {
    const html =
      '<h2>节水</h2>\n<p>a &lt; b ]]&gt; c</p>\n<table><tbody><tr><td colspan="2">一</td></tr></tbody></table>';
    const second: Partial<Document> = {
      ...full,
      title: '临澜市水务局关于节水宣传周的通告',
      documentNumber: parseDocumentNumber('临水发〔2026〕6号'),
      body: { html },
    };
    const { files } = await exported([event(1, full), event(2, second)]);
    const { documents, summary } = await imported(files);
    expect(summary).toMatchObject({ read: 2, imported: 2, rejected: 0 });
    expect(documents).toHaveLength(2);
    expect(documents[0]).toMatchObject(full);
    expect(documents[1]).toMatchObject(second);
    expect(documents[0]?.provenance?.statedValidity).toEqual({ state: 'in_force', label: '有效' });
    expect(Object.keys(summary.warnings)).toEqual(['issuers_from_title']);
  });

  it('leaves out what it does not know, and the import sees the gap', async () => {
    const title = '临澜市水务局关于停水的通告';
    const { files } = await exported([event(1, { title, provenance: { sources: [], gaps: ['validity'] } })]);
    const { documents } = await imported(files);
    expect(documents[0]?.provenance?.gaps).toEqual(
      expect.arrayContaining(['issuedOn', 'publishedOn', 'documentNumber', 'body', 'validity']),
    );
  });

  it('is well-formed XML to another parser, also with hostile texts', async () => {
    const hostile = [
      ']]>',
      '<![CDATA[',
      '</text></article>',
      '&amp;&x;',
      '\u0001\uFFFF',
      '<!DOCTYPE a>',
      ']]]]>>',
    ];
    const events = hostile.map((text, index) =>
      event(index, { title: `关于${text}的通知`, source: text, body: { text: `${text}\n${text}` } }),
    );
    const { files } = await exported(events);
    const texts = files.flatMap((file) => elementsOf(readFileSync(file, 'utf8'), 'source'));
    expect(texts).toEqual([
      ']]>',
      '<![CDATA[',
      '</text></article>',
      '&amp;&x;',
      '',
      '<!DOCTYPE a>',
      ']]]]>>',
    ]);
    const { summary } = await imported(files);
    expect(summary).toMatchObject({ read: hostile.length, rejected: 0 });
    expect(summary.warnings).not.toHaveProperty('section_end_mended');
  });

  it('writes no more than a batch in one file', async () => {
    const events = Array.from({ length: 7 }, (_, index) => event(index, {}));
    const { files, documents } = await exported(events, { batchSize: 3 });
    expect(documents).toBe(7);
    expect(files.map((file) => basename(file))).toEqual([
      'hanweb-0001.xml',
      'hanweb-0002.xml',
      'hanweb-0003.xml',
    ]);
    expect(files.map((file) => elementsOf(readFileSync(file, 'utf8'), 'article').length)).toEqual([3, 3, 1]);
    expect(readdirSync(join(folder, 'out'))).toHaveLength(4);
  });

  it('lists withdrawn documents beside the batches, safely for Excel', async () => {
    const publication = {
      state: 'withdrawn',
      reasonCode: 'privacy',
      publicReason: '=HYPERLINK("x")',
      withdrawnOn: '2026-04-01',
    } as const;
    const result = await exported([event(1, {}), event(2, { publication })]);
    expect(result).toMatchObject({ documents: 1, withdrawn: 1 });
    const list = readFileSync(join(folder, 'out', 'withdrawn.csv'), 'utf8');
    expect(list.split('\n').slice(0, 2)).toEqual([
      '\uFEFF公文标识,标题,文号,撤回日期,原因,说明',
      `ll-hrss:2026-2,临澜市第2号办法,,2026-04-01,涉及个人隐私,"'=HYPERLINK(""x"")"`,
    ]);
  });

  it('keeps to one department, and to what has changed since a day in Shanghai', async () => {
    const events = [
      event(1, {}, '2026-03-01T15:59:59.000Z'),
      event(2, {}, '2026-03-01T16:00:00.000Z'),
      event(3, { department: 'll-water' }, '2026-03-02T16:00:00.000Z'),
    ];
    const { documents } = await exported(events, { department: 'll-hrss', since: '2026-03-02' });
    expect(documents).toBe(1);
  });

  it('writes a text that was uploaded as a file', async () => {
    const content = Buffer.from('第一条 长文。');
    const sha256 = createHash('sha256').update(content).digest('hex');
    await store.put({ key: `originals/${sha256}`, content, sha256 });
    const body = { file: { sha256, bytes: content.length, mediaType: 'text/plain', filename: '正文.txt' } };
    const { files } = await exported([event(1, { body })]);
    expect(elementsOf(readFileSync(files[0] ?? '', 'utf8'), 'text')).toEqual(['<p>第一条 长文。</p>']);
  });

  it('refuses a directory that is not empty', async () => {
    const directory = mkdtempSync(join(folder, 'full-'));
    writeFileSync(join(directory, 'hanweb-0001.xml'), '');
    await expect(exported([event(1, {})], { directory })).rejects.toThrow(directory);
    expect(existsSync(join(directory, 'withdrawn.csv'))).toBe(false);
  });
});

/** The texts of all elements of a name, by a parser that is not ours. */
function elementsOf(xml: string, name: string): (string | null)[] {
  const parser = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  });
  const parsed = parser.parseFromString(xml, 'text/xml');
  return Array.from(parsed.getElementsByTagName(name), ({ textContent }) => textContent);
}
