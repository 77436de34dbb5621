import { createHash } from 'node:crypto';
import { type ObjectStore, topics } from '@gongwen/ports';
import { createMemoryObjectStore } from '@gongwen/ports/memory';
import type { DocumentEvent } from '@gongwen/schemas';
import type { Delivery } from '@gongwen/service-kit';
import { beforeEach, describe, expect, it } from 'vitest';
import { archiveEvent, originalKey, recordKey } from './archive-event.ts';

const content = Buffer.from('%PDF-1.7 第一条 略。');
const sha256 = createHash('sha256').update(content).digest('hex');
const file = { sha256, bytes: content.length, mediaType: 'application/pdf', filename: '办法.pdf' };
const documentId = 'll-labour:2026-1';

let store: ObjectStore;
beforeEach(() => void (store = createMemoryObjectStore()));

const stage = (department: string) => store.put({ key: `staging/${department}/${sha256}`, content, sha256 });

/** An event of that department about a document that `ll-labour` published first. */
function deliveryFrom(source: string, id = '00000000-0000-8000-8000-000000000001'): Delivery {
  const event: DocumentEvent = {
    specversion: '1.0',
    id,
    source,
    type: 'cn.gongwen.document.published.v1',
    subject: documentId,
    time: '2026-11-25T02:00:00.000Z',
    dataschema: 'https://gongwen.cn/schemas/document.published.v1.schema.json',
    sequence: '1',
    actor: 'll-labour/key:cms',
    data: {
      version: 1,
      document: {
        documentId,
        department: 'll-hrss',
        publication: { state: 'published' },
        textVersion: 1,
        lifecycle: [],
        docClass: 'normative_document',
        title: '临澜市用工办法',
        disclosure: 'active',
        renditions: [{ role: 'original', file }],
      },
      change: {},
    },
  };
  const value = Buffer.from(JSON.stringify(event));
  return {
    event,
    record: { topic: topics.events, partition: 0, offset: 0, key: documentId, value, headers: {}, time: 0 },
  };
}

describe('archiveEvent', () => {
  it.each([
    ['the department that published the document', 'll-labour', 'urn:gongwen:department:ll-labour'],
    ['the department that it was transferred to', 'll-hrss', 'urn:gongwen:department:ll-hrss'],
    ['its publisher, for an event that follows from another', 'll-labour', 'urn:gongwen:calendar'],
  ])('keeps the originals that were uploaded by %s', async (_name, uploader, source) => {
    await stage(uploader);
    expect(await archiveEvent(store, deliveryFrom(source))).toEqual({ outcome: 'stored' });
    expect(await store.head(originalKey(sha256))).toMatchObject({ bytes: content.length });
    expect(await store.head(recordKey(documentId, 1))).toBeDefined();
  });

  it('keeps no record of an event whose original is nowhere', async () => {
    await stage('ll-edu');
    const delivery = deliveryFrom('urn:gongwen:department:ll-hrss');
    expect(await archiveEvent(store, delivery)).toEqual({ outcome: 'missing', sha256 });
    expect(await store.head(recordKey(documentId, 1))).toBeUndefined();
  });

  it('takes a repeat, and no second event of one version', async () => {
    await stage('ll-labour');
    const source = 'urn:gongwen:department:ll-labour';
    await archiveEvent(store, deliveryFrom(source));
    expect(await archiveEvent(store, deliveryFrom(source))).toEqual({ outcome: 'stored' });
    const rival = deliveryFrom(source, '00000000-0000-8000-8000-000000000002');
    expect(await archiveEvent(store, rival)).toEqual({ outcome: 'void' });
  });
});
