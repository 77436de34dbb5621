import { createHash } from 'node:crypto';
import { citationKeysOf, citedKeysOf, validitySpans } from '@gongwen/domain';
import { createMemoryObjectStore, createMemorySearchIndex } from '@gongwen/ports/memory';
import { type Document, isDocumentEvent } from '@gongwen/schemas';
import { createLogger, createMetrics } from '@gongwen/service-kit';
import { createPortal } from './portal.ts';

/** What happened to a document, for tests: the event’s short name, its change, and what it changed in the document. */
export type Happening = readonly [type: string, change: object, document: Partial<Document>];

/** A portal for tests, on memory adapters, on 2026-11-25. */
export interface GivenPortal {
  readonly search: ReturnType<typeof createMemorySearchIndex>;
  readonly store: ReturnType<typeof createMemoryObjectStore>;
  readonly options: Parameters<typeof createPortal>[0];
  readonly app: ReturnType<typeof createPortal>;
  /** Indexes a document of ll-hrss; answers its id. */
  readonly put: (localId: string, change?: Partial<Document>, version?: number) => Promise<string>;
  /** The record of an event, as the archiver keeps it. */
  readonly archive: (
    type: string,
    version: number,
    document: Document,
    change: object,
    time?: string,
  ) => Promise<void>;
  /** Archives one event after the other and indexes the last; answers the id. */
  readonly live: (localId: string, happenings: readonly Happening[]) => Promise<string>;
  readonly text: (path: string) => Promise<string>;
}

export function givenPortal(): GivenPortal {
  const search = createMemorySearchIndex();
  const store = createMemoryObjectStore();
  const options = {
    index: search,
    store,
    now: () => new Date('2026-11-25T02:00:00Z'),
    publicUrl: 'https://gongwen.example',
    logger: createLogger({ service: 'test', level: 'silent' }),
    metrics: createMetrics(),
  };
  const app = createPortal(options);
  const put: GivenPortal['put'] = async (localId, change = {}, version = 1) => {
    const snapshot = { ...sampleDocument(localId), ...change };
    const eventId = '00000000-0000-8000-8000-000000000001';
    await search.write([{ version, eventId, document: indexed(snapshot) }]);
    return snapshot.documentId;
  };
  const archive: GivenPortal['archive'] = async (type, version, document, change, time) => {
    const content = Buffer.from(JSON.stringify(eventOf(type, version, document, change, time)));
    if (!isDocumentEvent(JSON.parse(content.toString()))) throw new Error(`Not a valid ${type} event`);
    const sha256 = createHash('sha256').update(content).digest('hex');
    await store.put({ key: `records/${document.documentId}/${version}.json`, content, sha256 });
  };
  const live: GivenPortal['live'] = async (localId, happenings) => {
    let document = sampleDocument(localId);
    for (const [index, [type, change, changed]] of happenings.entries()) {
      document = { ...document, ...changed };
      await archive(type, index + 1, document, change);
    }
    return put(localId, document, happenings.length);
  };
  const text = async (path: string) => (await app.request(path)).text();
  return { search, store, options, app, put, archive, live, text };
}

function sampleDocument(localId: string): Document {
  return {
    documentId: `ll-hrss:${localId}`,
    department: 'll-hrss',
    publication: { state: 'published' },
    textVersion: 1,
    lifecycle: [],
    docClass: 'normative_document',
    title: '就业补贴办法',
    issuers: [{ name: '人社局' }],
    issuedOn: '2026-01-10',
    publishedOn: '2026-01-12',
    disclosure: 'active',
    body: { text: '第一条 为了促进就业，制定本办法。' },
  };
}

function indexed(snapshot: Document) {
  const { documentNumber, officialForm, level } = snapshot;
  return {
    documentId: snapshot.documentId,
    docClass: snapshot.docClass,
    department: snapshot.department,
    publication: snapshot.publication.state,
    title: snapshot.title,
    text: snapshot.body?.text ?? '',
    issuers: ['人社局'],
    themes: snapshot.themes ?? [],
    ...(officialForm && { officialForm }),
    ...(level && { level }),
    ...(documentNumber?.canonical && { number: documentNumber.canonical }),
    ...(documentNumber?.year && { numberYear: documentNumber.year }),
    ...(documentNumber?.sequence && { numberSequence: documentNumber.sequence }),
    year: '2026',
    issuedOn: '2026-01-10',
    publishedOn: '2026-01-12',
    hasInterpretation: false,
    citationKeys: citationKeysOf(snapshot),
    citedKeys: citedKeysOf(snapshot),
    validities: validitySpans(snapshot),
    updatedAt: '2026-01-12T00:00:00Z',
    snapshot,
  };
}

function eventOf(
  type: string,
  version: number,
  document: Document,
  change: object,
  time = '2026-01-12T00:00:00Z',
): object {
  return {
    specversion: '1.0',
    id: '00000000-0000-8000-8000-000000000001',
    source: 'urn:test',
    type: `cn.gongwen.document.${type}.v1`,
    subject: document.documentId,
    time,
    dataschema: `https://gongwen.cn/schemas/document.${type}.v1.schema.json`,
    sequence: String(version),
    actor: 'll-hrss',
    data: { version, change, document },
  };
}
