import { type EventLog, type ObjectStore, topicDefinitions, topics } from '@gongwen/ports';
import { createMemoryEventLog, createMemoryObjectStore } from '@gongwen/ports/memory';
import { type View, createLogger, createMetrics, createView } from '@gongwen/service-kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RegisteredDepartment, hashKey, scopes } from './index.ts';
import { type Publisher, createPublisher } from './publisher.ts';

const department = (id: string): RegisteredDepartment => ({
  id,
  name: `部门 ${id}`,
  level: 'city',
  regionCode: '379900',
  keys: [
    { id: 'cms', sha256: hashKey(`secret-${id}`), scopes: scopes.filter((scope) => scope !== 'operations') },
    { id: 'reader', sha256: hashKey(`reader-${id}`), scopes: ['receipts:read'] },
    { id: 'writer', sha256: hashKey(`writer-${id}`), scopes: ['documents:write'] },
  ],
});

const document = {
  docClass: 'normative_document',
  title: '临澜市灵活就业人员参保补贴办法',
  documentNumber: { raw: '临澜人社发[2026]第017号' },
  issuers: [{ name: '临澜市人力资源和社会保障局' }],
  issuedOn: '2026-03-02',
  publishedOn: '2026-03-05',
  effectiveFrom: '2026-04-01',
  effectiveUntil: '2031-03-31',
  disclosure: 'active',
  body: { text: '第一条 为了鼓励灵活就业人员参加社会保险，制定本办法。' },
};
const repeal = { decision: { title: '关于废止部分文件的决定' }, effectiveOn: '2026-10-01' };

let log: EventLog;
let view: View;
let store: ObjectStore;
let publisher: Publisher;
let app: Publisher['app'];

beforeEach(async () => {
  log = createMemoryEventLog();
  await log.ensureTopics(topicDefinitions(2));
  view = createView({ path: ':memory:', log });
  await view.ready;
  store = createMemoryObjectStore();
  publisher = createPublisher({
    log,
    view,
    store,
    departments: [
      department('ll-hrss'),
      department('ll-edu'),
      { ...department('ll-gov'), issuers: ['临澜市人民政府'] },
      { ...department('ll-old'), enabled: false },
    ],
    targets: ['province'],
    gates: [],
    requestsPerSecond: 1,
    requestsAtOnce: 100,
    logger: createLogger({ service: 'test', level: 'silent' }),
    metrics: createMetrics(),
    now: () => new Date('2026-11-25T02:00:00Z'),
  });
  app = publisher.app;
});

afterEach(async () => {
  await publisher[Symbol.asyncDispose]();
  await view[Symbol.asyncDispose]();
  await log[Symbol.asyncDispose]();
});

interface Sent {
  path?: string;
  body: unknown;
  key?: string;
  headers?: Record<string, string>;
}

async function send({ path = '/v1/documents', body, key = 'k1', headers = {} }: Sent) {
  const answer = await app.request(path, {
    method: 'POST',
    body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
    headers: {
      authorization: 'Bearer secret-ll-hrss',
      'content-type': 'application/json',
      'idempotency-key': key,
      ...headers,
    },
  });
  return {
    status: answer.status,
    headers: answer.headers,
    answer: (await answer.json()) as Record<string, unknown>,
  };
}

const publish = (more: Partial<Sent> = {}) =>
  send({ body: { documentId: 'll-hrss:2026-1', document }, ...more });

async function eventsInLog(): Promise<number> {
  return [...(await log.ends(topics.events)).values()].reduce((sum, end) => sum + end, 0);
}

describe('publishing', () => {
  it('answers 201 with the receipt when the log has the event (I1)', async () => {
    const { status, answer, headers } = await publish();
    expect(status).toBe(201);
    expect(answer).toMatchObject({ documentId: 'll-hrss:2026-1', version: 1, replayed: false });
    expect(headers.get('location')).toBe('/v1/documents/ll-hrss:2026-1');
    expect(view.head('ll-hrss:2026-1')?.document.documentNumber?.canonical).toBe('临澜人社发〔2026〕17号');
    expect(await eventsInLog()).toBe(1);
  });

  it('says that it can be sent again later when the object store is away, and has written nothing', async () => {
    store.head = () => Promise.reject(new Error('connect ECONNREFUSED'));
    const file = { sha256: 'a'.repeat(64), bytes: 1, filename: 'a.pdf', mediaType: 'application/pdf' };
    const renditions = [{ role: 'original', file }];
    const body = { documentId: 'll-hrss:2026-1', document: { ...document, renditions } };
    const { status, answer, headers } = await publish({ body });
    expect(status).toBe(503);
    expect(answer).toMatchObject({ code: 'DEPENDENCY_UNAVAILABLE', retryable: true });
    expect(headers.get('retry-after')).toBe('2');
    expect(JSON.stringify(answer)).not.toContain('ECONNREFUSED');
    expect(await eventsInLog()).toBe(0);
  });

  it('answers the first receipt again for the same key and content (I5)', async () => {
    const first = await publish();
    const again = await publish();
    expect(again.status).toBe(201);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.answer['receiptId']).toBe(first.answer['receiptId']);
    expect(await eventsInLog()).toBe(1);
  });

  it('appends one event for twenty concurrent sends of one key', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => publish()));
    const codes = answers.map(({ status, answer }) => (status === 201 ? 'ok' : answer['code']));
    expect(codes).toContain('ok');
    expect(codes.filter((code) => code !== 'ok' && code !== 'REQUEST_IN_PROGRESS')).toEqual([]);
    expect(await eventsInLog()).toBe(1);
  });

  it('lets one of two racing commands win and tells the other (I3)', async () => {
    await publish();
    const path = '/v1/documents/ll-hrss:2026-1/repeal';
    const race = await Promise.all(
      ['a', 'b'].map((key) => send({ path, key, body: { ...repeal, expectedVersion: 1 } })),
    );
    expect(race.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(view.head('ll-hrss:2026-1')?.version).toBe(2);
  });

  it('answers what the log admitted when the acknowledgement of the append was lost', async () => {
    const append = log.append.bind(log);
    log.append = async (topic, records) => {
      await append(topic, records);
      throw new Error('connection reset');
    };
    expect(await publish()).toMatchObject({ status: 201, answer: { version: 1 } });
  });

  it('lets the new owner, and no longer the old one, change what was transferred (I6)', async () => {
    await publish();
    const path = (action: string) => `/v1/documents/ll-hrss:2026-1/${action}`;
    const body = { expectedVersion: 1, to: 'll-edu', basis: '机构改革' };
    expect(await send({ path: path('transfer'), body, key: 'k2' })).toMatchObject({ status: 201 });
    const change = { path: path('repeal'), body: { ...repeal, expectedVersion: 2 }, key: 'k3' };
    expect(await send(change)).toMatchObject({ answer: { code: 'FORBIDDEN_NAMESPACE' } });
    const headers = { authorization: 'Bearer secret-ll-edu' };
    expect(await send({ ...change, headers })).toMatchObject({ status: 201 });
  });

  it('answers a repeated transfer as before, although its document is another’s now (I5)', async () => {
    await publish();
    const body = { expectedVersion: 1, to: 'll-edu', basis: '机构改革' };
    const transfer = { path: '/v1/documents/ll-hrss:2026-1/transfer', body, key: 'k2' };
    const first = await send(transfer);
    const again = await send(transfer);
    expect(again).toMatchObject({ status: 201, answer: { ...first.answer, replayed: true } });
    expect(await send({ ...transfer, body: { ...body, basis: '另一理由' } })).toMatchObject({
      answer: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });

  it('refuses a transfer to nobody', async () => {
    await publish();
    const body = { expectedVersion: 1, to: 'll-nobody', basis: '机构改革' };
    const path = '/v1/documents/ll-hrss:2026-1/transfer';
    expect(await send({ path, body, key: 'k2' })).toMatchObject({
      answer: { code: 'SCHEMA_VIOLATION', issues: [{ pointer: '/to' }] },
    });
  });

  it('answers OUTCOME_UNKNOWN when nothing reached the log, and the same key succeeds later (I5)', async () => {
    const append = log.append.bind(log);
    log.append = () => Promise.reject(new Error('connection refused'));
    expect(await publish()).toMatchObject({
      status: 503,
      answer: { code: 'OUTCOME_UNKNOWN', retryable: true },
    });
    log.append = append;
    expect(await publish()).toMatchObject({ status: 201, answer: { replayed: false } });
    expect(await eventsInLog()).toBe(1);
  });
});

describe('validating', () => {
  const validate = async (body: unknown, authorization = 'Bearer secret-ll-hrss') =>
    (await send({ path: '/v1/documents:validate', body, headers: { authorization } })).answer;
  const other = (more: object = {}) => ({ documentId: 'll-hrss:2026-2', document: { ...document, ...more } });

  beforeEach(async () => void (await publish()));

  it('says what publishing says, and writes nothing', async () => {
    const free = other({ documentNumber: { raw: '临澜人社发〔2026〕18号' } });
    expect(await validate(free)).toEqual({ valid: true, issues: [] });
    expect(await eventsInLog()).toBe(1);
  });

  it.each<[string, object, object]>([
    [
      'a number in use',
      other(),
      { code: 'NUMBER_IN_USE', issues: [{ pointer: '/document/documentNumber/raw' }] },
    ],
    ['an id in use', { documentId: 'll-hrss:2026-1', document }, { code: 'VERSION_CONFLICT' }],
    ['an id of another department', { ...other(), documentId: 'll-edu:1' }, { code: 'FORBIDDEN_NAMESPACE' }],
  ])('finds %s', async (_what, body, answer) => {
    expect(await validate(body)).toMatchObject({ valid: false, ...answer });
  });

  it('finds an import by a credential that may import nothing', async () => {
    const imported = other({ provenance: { sources: [], gaps: [] } });
    expect(await validate(imported, 'Bearer writer-ll-hrss')).toMatchObject({
      valid: false,
      code: 'INSUFFICIENT_SCOPE',
    });
    expect(await validate(imported)).toMatchObject({ valid: true });
  });
});

const published = { documentId: 'll-hrss:2026-1', document };
const changed = (change: object) => JSON.stringify({ ...published, document: { ...document, ...change } });
const raw = (json: string) => json;
const json = JSON.stringify(published);
const erratum = { expectedVersion: 1, note: '误', gazetteCorrected: false, changes: {} };
const provenance = { sources: [], gaps: [] };

/**
 * FAULTS §5 by row number. Elsewhere: rows 18–20 in service-kit (raw sockets), 47–50 beside `authenticate`. Not offered, so
 * without a test of their own: 24–26 (files come as raw bytes, multipart is row 22), 52 (a body names no department),
 * 58 (the route is the type; events are only made here).
 */
const refused: [row: string, code: string, sent: Sent][] = [
  ['1 empty body', 'MALFORMED_JSON', { body: '' }],
  ['2 truncated JSON', 'MALFORMED_JSON', { body: json.slice(0, -5) }],
  ['3 null', 'SCHEMA_VIOLATION', { body: 'null' }],
  ['3 array', 'SCHEMA_VIOLATION', { body: '[]' }],
  ['3 string', 'SCHEMA_VIOLATION', { body: '"x"' }],
  ['3 number', 'SCHEMA_VIOLATION', { body: '1' }],
  ['4 BOM', 'MALFORMED_JSON', { body: `\ufeff${json}` }],
  ['4 UTF-16', 'MALFORMED_JSON', { body: Buffer.from(json, 'utf16le') }],
  [
    '5 invalid UTF-8',
    'INVALID_UNICODE',
    { body: Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc0, 0x80, 0xff]), Buffer.from('"}')]) },
  ],
  ['6 lone surrogate', 'INVALID_UNICODE', { body: json.replace('临澜市', raw('\\ud800')) }],
  ['7 NUL', 'CONTROL_CHARACTER', { body: changed({ title: 'a\u0000b' }) }],
  ['8 escape', 'CONTROL_CHARACTER', { body: changed({ title: 'a\u001b[31m' }) }],
  ['8 line break', 'CONTROL_CHARACTER', { body: changed({ title: 'a\r\nb' }) }],
  ['9 bidirectional override', 'CONTROL_CHARACTER', { body: changed({ title: 'a\u202eb' }) }],
  ['10 zero-width id', 'ID_INVALID', { body: { ...published, documentId: 'll-hrss:2026\u200b1' } }],
  ['10 homoglyph id', 'ID_INVALID', { body: { ...published, documentId: 'll-hrѕs:1' } }],
  ['11 duplicate key', 'DUPLICATE_JSON_KEY', { body: json.replace('{', '{"documentId":"ll-hrss:x",') }],
  ['12 __proto__', 'SCHEMA_VIOLATION', { body: json.replace('{', '{"__proto__":{"a":1},') }],
  [
    '13 constructor.prototype',
    'SCHEMA_VIOLATION',
    { body: json.replace('{', '{"constructor":{"prototype":{}},') },
  ],
  ['14 depth 65', 'NESTING_TOO_DEEP', { body: '['.repeat(65) + ']'.repeat(65) }],
  ['14 depth 100 000', 'NESTING_TOO_DEEP', { body: '['.repeat(100_000) + ']'.repeat(100_000) }],
  [
    '15 100 001 keys',
    'TOO_MANY_KEYS',
    { body: Object.fromEntries(Array.from({ length: 100_001 }, (_, n) => [`k${n}`, 1])) },
  ],
  [
    '16 a million attachments',
    'SCHEMA_VIOLATION',
    { body: `{"documentId":"ll-hrss:1","document":{"attachments":[${'0,'.repeat(999_999)}0]}}` },
  ],
  ['17 too large', 'BODY_TOO_LARGE', { body: `"${'a'.repeat(2 * 1024 * 1024 - 1)}"` }],
  ['21 compressed', 'UNSUPPORTED_ENCODING', { body: json, headers: { 'content-encoding': 'gzip' } }],
  ['22 text/plain', 'UNSUPPORTED_MEDIA_TYPE', { body: json, headers: { 'content-type': 'text/plain' } }],
  ['22 xml', 'UNSUPPORTED_MEDIA_TYPE', { body: json, headers: { 'content-type': 'application/xml' } }],
  [
    '23 charset gbk',
    'UNSUPPORTED_MEDIA_TYPE',
    { body: json, headers: { 'content-type': 'application/json; charset=gbk' } },
  ],
  [
    '27 version as text',
    'SCHEMA_VIOLATION',
    { path: '/v1/documents/ll-hrss:2026-0/repeal', body: { ...repeal, expectedVersion: '1' } },
  ],
  [
    '28 version 0',
    'SCHEMA_VIOLATION',
    { path: '/v1/documents/ll-hrss:2026-0/repeal', body: { ...repeal, expectedVersion: 0 } },
  ],
  [
    '28 version -1',
    'SCHEMA_VIOLATION',
    { path: '/v1/documents/ll-hrss:2026-0/repeal', body: { ...repeal, expectedVersion: -1 } },
  ],
  [
    '28 version 1.5',
    'SCHEMA_VIOLATION',
    { path: '/v1/documents/ll-hrss:2026-0/repeal', body: { ...repeal, expectedVersion: 1.5 } },
  ],
  [
    '29 version 2^53+1',
    'NUMBER_OUT_OF_RANGE',
    { path: '/v1/documents/ll-hrss:2026-0/repeal', body: '{"expectedVersion":9007199254740993}' },
  ],
  ['30 1e400', 'NUMBER_OUT_OF_RANGE', { body: '{"a":1e400}' }],
  ['30 -0', 'NUMBER_OUT_OF_RANGE', { body: '{"a":-0}' }],
  ['30 NaN', 'MALFORMED_JSON', { body: '{"a":NaN}' }],
  [
    '31 no expectedVersion',
    'PRECONDITION_REQUIRED',
    { path: '/v1/documents/ll-hrss:2026-0/repeal', body: repeal },
  ],
  [
    '32 stale expectedVersion',
    'VERSION_CONFLICT',
    { path: '/v1/documents/ll-hrss:2026-9/repeal', body: { ...repeal, expectedVersion: 1 } },
  ],
  [
    '33 expectedVersion ahead',
    'VERSION_CONFLICT',
    { path: '/v1/documents/ll-hrss:2026-0/repeal', body: { ...repeal, expectedVersion: 7 } },
  ],
  ['34 publish again', 'VERSION_CONFLICT', { body: { ...published, documentId: 'll-hrss:2026-0' } }],
  [
    '35 repeal unknown',
    'DOCUMENT_NOT_FOUND',
    { path: '/v1/documents/ll-hrss:none/repeal', body: { ...repeal, expectedVersion: 1 } },
  ],
  [
    '36 amend after repeal',
    'ILLEGAL_TRANSITION',
    {
      path: '/v1/documents/ll-hrss:2026-9/amendments',
      body: { expectedVersion: 2, kind: 'amendment', effectiveOn: '2026-11-01', note: '改', changes: {} },
    },
  ],
  [
    '37 repeal twice',
    'ILLEGAL_TRANSITION',
    { path: '/v1/documents/ll-hrss:2026-9/repeal', body: { ...repeal, expectedVersion: 2 } },
  ],
  [
    '38 expire before effect',
    'DATE_INVALID',
    {
      path: '/v1/documents/ll-hrss:2026-0/expiry',
      body: { cause: 'declared', effectiveOn: '2026-03-10', expectedVersion: 1 },
    },
  ],
  ['39 2026-02-30', 'DATE_INVALID', { body: changed({ issuedOn: '2026-02-30' }) }],
  ['40 year 0000', 'DATE_INVALID', { body: changed({ issuedOn: '0000-01-01' }) }],
  ['40 year 275760', 'DATE_INVALID', { body: changed({ issuedOn: '275760-01-01' }) }],
  ['41 no key', 'IDEMPOTENCY_KEY_MISSING', { body: published, key: '' }],
  ['42 long key', 'IDEMPOTENCY_KEY_INVALID', { body: published, key: 'k'.repeat(256) }],
  ['42 non-ASCII key', 'IDEMPOTENCY_KEY_INVALID', { body: published, key: 'é' }],
  ['43 key reused', 'IDEMPOTENCY_KEY_REUSED', { body: published, key: 'given-0' }],
  ['46 no authorization', 'UNAUTHENTICATED', { body: published, headers: { authorization: '' } }],
  [
    '46 malformed authorization',
    'UNAUTHENTICATED',
    { body: published, headers: { authorization: 'Basic abc' } },
  ],
  ['51 other department', 'FORBIDDEN_NAMESPACE', { body: { ...published, documentId: 'll-edu:1' } }],
  ['53 path in id', 'ID_INVALID', { body: { ...published, documentId: 'a/../b/1' } }],
  ['53 encoded dots', 'ID_INVALID', { body: { ...published, documentId: '%2e%2e:1' } }],
  ['53 backslash', 'ID_INVALID', { body: { ...published, documentId: 'a\\b' } }],
  [
    '51 name of another body',
    'FORBIDDEN_NAMESPACE',
    {
      body: { documentId: 'll-gov:1', document: { ...document, documentNumber: undefined } },
      headers: { authorization: 'Bearer secret-ll-gov' },
    },
  ],
  ['54 prefix trick', 'FORBIDDEN_NAMESPACE', { body: { ...published, documentId: 'll-hrss2:1' } }],
  ['55 case variant', 'ID_INVALID', { body: { ...published, documentId: 'LL-hrss:1' } }],
  ['55 width variant', 'ID_INVALID', { body: { ...published, documentId: 'ｌｌ-hrss:1' } }],
  [
    '56 read-only credential',
    'INSUFFICIENT_SCOPE',
    { body: published, headers: { authorization: 'Bearer reader-ll-hrss' } },
  ],
  ...(['changes', 'clear'] as const).map((field): (typeof refused)[number] => [
    `56 ${field} of provenance by a credential that may not import`,
    'INSUFFICIENT_SCOPE',
    {
      path: '/v1/documents/ll-hrss:2026-0/corrections',
      body: { ...erratum, ...(field === 'clear' ? { clear: ['provenance'] } : { changes: { provenance } }) },
      headers: { authorization: 'Bearer writer-ll-hrss' },
    },
  ]),
  [
    '57 disabled department',
    'DEPARTMENT_DISABLED',
    { body: published, headers: { authorization: 'Bearer secret-ll-old' } },
  ],
  ['59 extra field', 'SCHEMA_VIOLATION', { body: changed({ colour: 'red' }) }],
  ['60 missing field', 'SCHEMA_VIOLATION', { body: changed({ title: undefined }) }],
  ['61 long title', 'SCHEMA_VIOLATION', { body: changed({ title: 'a'.repeat(1_900_000) }) }],
  ['62 blank title', 'SCHEMA_VIOLATION', { body: changed({ title: ' \u3000 ' }) }],
];

const ofGiven = (localId: string, path: string, body: object): Sent => ({
  path: `/v1/documents/ll-hrss:2026-${localId}/${path}`,
  body: { expectedVersion: localId === '9' ? 2 : 1, ...body },
});
const onSelf = [{ type: 'repeals', target: { documentId: 'll-hrss:2026-1' } }];
const reinstatement = { reverses: 1, basis: 'review', authority: '备案审查', effectiveOn: '2026-11-01' };

/** What no lawyer would let pass; every way to say it is in the domain’s `edge-cases`. */
const unlawful: [name: string, code: string, sent: Sent][] = [
  [
    'amend after repeal',
    'ILLEGAL_TRANSITION',
    ofGiven('9', 'amendments', { kind: 'amendment', effectiveOn: '2026-09-01', note: '改', changes: {} }),
  ],
  ['repeal twice', 'ILLEGAL_TRANSITION', ofGiven('9', 'repeal', { ...repeal, effectiveOn: '2026-09-01' })],
  ['end before start', 'DATE_INVALID', { body: changed({ effectiveUntil: '2026-03-31' }) }],
  [
    'back-dated before issue',
    'DATE_INVALID',
    ofGiven('0', 'repeal', { ...repeal, effectiveOn: '2026-03-01' }),
  ],
  ['reinstating what never ended', 'ILLEGAL_TRANSITION', ofGiven('0', 'reinstatement', reinstatement)],
  [
    'a renewal that begins later than the day after the last day',
    'ILLEGAL_TRANSITION',
    ofGiven('0', 'renewal', { effectiveOn: '2031-04-02', effectiveUntil: '2036-03-31' }),
  ],
  ['a decision that names itself', 'ILLEGAL_TRANSITION', { body: changed({ relations: onSelf }) }],
  [
    'a decision that names itself by its 文号',
    'ILLEGAL_TRANSITION',
    { body: changed({ relations: [{ type: 'repeals', target: { number: '临澜人社发〔2026〕17号' } }] }) },
  ],
  [
    'a document that is repealed by itself',
    'ILLEGAL_TRANSITION',
    ofGiven('0', 'repeal', { ...repeal, decision: { documentId: 'll-hrss:2026-0' } }),
  ],
];

describe('bad input', () => {
  it.each([
    ...refused.map(([row, code, sent]) => [`FAULTS §5 row ${row}`, code, sent] as const),
    ...unlawful,
  ])('%s is refused with %s and never reaches the log (I4)', async (_name, code, sent) => {
    await publish({ key: 'given-0', body: { documentId: 'll-hrss:2026-0', document } });
    await publish({
      key: 'given-9',
      body: { documentId: 'll-hrss:2026-9', document: { ...document, documentNumber: undefined } },
    });
    await send({
      key: 'given-9r',
      path: '/v1/documents/ll-hrss:2026-9/repeal',
      body: { ...repeal, expectedVersion: 1 },
    });
    const before = await eventsInLog();
    expect(before).toBe(3);
    const { status, answer, headers } = await send(sent);
    expect(answer).toMatchObject({ code, status });
    expect(status).toBeLessThan(500);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(answer['requestId']).toBe(headers.get('x-request-id'));
    expect(await eventsInLog()).toBe(before);
  });

  it('row 45: the same key of another department is another key', async () => {
    await publish();
    const other = await publish({
      body: { documentId: 'll-edu:1', document: { ...document, issuers: [{ name: '临澜市教育局' }] } },
      headers: { authorization: 'Bearer secret-ll-edu' },
    });
    expect(other.status).toBe(201);
  });

  it('row 44: a key whose request is still running is told to wait', async () => {
    const [first, second] = await Promise.all([publish(), publish()]);
    expect([first?.status, second?.answer]).toMatchObject([
      201,
      { code: 'REQUEST_IN_PROGRESS', retryable: true },
    ]);
  });

  it('row 91: one loud department is told to wait, others are not', async () => {
    const answers = await Promise.all(
      Array.from({ length: 150 }, (_, n) => publish({ key: `k${n}`, body: '1' })),
    );
    const limited = answers.filter(({ status }) => status === 429);
    expect(limited).toHaveLength(50);
    expect(limited[0]?.headers.get('retry-after')).toBe('1');
    const other = {
      body: { documentId: 'll-edu:1', document },
      headers: { authorization: 'Bearer secret-ll-edu' },
    };
    expect((await publish(other)).status).toBe(201);
  });

  it('row 92: unknown paths and methods are typed', async () => {
    expect((await send({ path: '/v1/nothing', body: '' })).answer).toMatchObject({ code: 'NOT_FOUND' });
    const answer = await app.request('/v1/documents', { method: 'DELETE' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });
});
