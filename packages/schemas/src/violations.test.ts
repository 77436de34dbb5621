import { describe, expect, it } from 'vitest';
import { isAmendCommand, isDocumentEvent, isPublishCommand, violations } from './index.ts';

const document = { docClass: 'normative_document', title: '临澜市见习管理办法', disclosure: 'active' };
const command = (change: object = {}, more: object = {}) => ({
  documentId: 'll-hrss:2025-00017',
  document: { ...document, ...change },
  ...more,
});
const first = (value: unknown) => {
  const found = violations(isPublishCommand, value);
  return { code: found?.code, ...found?.issues[0] };
};

describe('violations', () => {
  it('finds nothing in what fits', () => {
    expect(violations(isPublishCommand, command())).toBeUndefined();
  });

  it.each([
    '2025-00017',
    'LL-hrss:1',
    'll--hrss:1',
    'll-:1',
    'll-hrss:../1',
    'll-hrss:',
    'll-hrss:一',
    'ｌｌ:1',
  ])('calls the identifier %s ID_INVALID', (documentId) => {
    expect(first(command({}, { documentId }))).toMatchObject({ code: 'ID_INVALID', pointer: '/documentId' });
  });

  it.each(['2025-02-30', '2025-2-3', '0000-00-00', '1799-01-01', '2200-01-01', '2025-02-03T00:00:00Z'])(
    'calls the date %s DATE_INVALID',
    (issuedOn) => {
      expect(first(command({ issuedOn }))).toMatchObject({
        code: 'DATE_INVALID',
        pointer: '/document/issuedOn',
      });
    },
  );

  it.each(['两\n行', '制表\t符', '回\r车', '行\u2028分隔'])(
    'calls a line break in %j CONTROL_CHARACTER',
    (title) => {
      const found = first(command({ title }));
      expect(found).toMatchObject({ code: 'CONTROL_CHARACTER', pointer: '/document/title' });
      expect(found.got).not.toMatch(/[\p{Cc}\p{Zl}]/u);
    },
  );

  it('calls an unknown event type UNKNOWN_SCHEMA_VERSION', () => {
    const event = { type: 'cn.gongwen.document.published.v2' };
    expect(violations(isDocumentEvent, event)).toMatchObject({
      code: 'UNKNOWN_SCHEMA_VERSION',
      issues: [{ pointer: '/type', got: event.type }],
    });
  });

  it('points at unknown and missing fields by RFC 6901', () => {
    expect(first(command({ 'a/b~c': 1 }))).toMatchObject({
      code: 'SCHEMA_VIOLATION',
      pointer: '/document/a~1b~0c',
      got: '1',
      en: 'is not a known field',
    });
    expect(first({ documentId: 'll-hrss:1' })).toMatchObject({ pointer: '/document', zh: '必须提供' });
  });

  it('says everything in Chinese and in English', () => {
    const issues = violations(
      isPublishCommand,
      command({ level: 'moon', issuers: [{}], themes: 'x' }),
    )?.issues;
    expect(issues?.length).toBeGreaterThanOrEqual(3);
    for (const { zh, en } of issues ?? []) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('repeats at most 80 characters of the input, whole ones, none of control', () => {
    const long = `${'长'.repeat(79)}😀${'Z'.repeat(500)}`;
    const found = violations(isPublishCommand, command({ level: long, [`${long}\u0007\u202E`]: 1 }));
    const text = JSON.stringify(found);
    expect(text).not.toContain('Z');
    expect(text.isWellFormed()).toBe(true);
    expect(text).not.toMatch(/\\ud83d|[\p{Cc}\p{Cf}]/u);
    expect(found?.issues.every(({ got }) => (got?.length ?? 0) <= 80)).toBe(true);
  });

  it('reports 100 issues at most', () => {
    const keywords = Array.from({ length: 300 }, () => '');
    expect(violations(isPublishCommand, command({ keywords }))?.issues).toHaveLength(100);
  });
});

describe('hostile input', () => {
  it('is refused when it carries __proto__ or constructor.prototype', () => {
    const text = JSON.stringify(command()).replace(
      '"document":{',
      '"constructor":{"prototype":{"owned":1}},"document":{"__proto__":{"owned":1},',
    );
    const pointers = violations(isPublishCommand, JSON.parse(text))?.issues.map(({ pointer }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/constructor', '/document/__proto__']));
    expect(Object.prototype).not.toHaveProperty('owned');
  });

  it('cannot satisfy a required field with an inherited one', () => {
    expect(violations(isPublishCommand, Object.create(command()))?.issues).not.toHaveLength(0);
  });

  it('is not asked for its own toString', () => {
    expect(first(command({ title: { toString: 1, valueOf: 1 } }))).toMatchObject({ got: '{2 fields}' });
    expect(first(command({ title: Object.create(null) }))).toMatchObject({ got: '{0 fields}' });
  });

  it.each([null, undefined, 1, 'x', [], true])('may be %j', (value) => {
    expect(violations(isPublishCommand, value)?.code).toBe('SCHEMA_VIOLATION');
    expect(violations(isDocumentEvent, value)).toBeDefined();
  });

  it('may be nested 60 deep', () => {
    let nested: object = {};
    for (let depth = 0; depth < 60; depth++) nested = { nested };
    expect(violations(isPublishCommand, command({ body: nested }))?.issues).toHaveLength(1);
  });

  it.each([
    [
      'relations with faults',
      isPublishCommand,
      command({ relations: many(() => ({ type: 'x', target: {}, a: 1 })) }),
    ],
    [
      'good relations',
      isPublishCommand,
      command({ relations: many(() => ({ type: 'related', target: { title: '办法' } })) }),
    ],
    ['keywords', isPublishCommand, command({ keywords: many(() => '') })],
    ['fields to clear', isAmendCommand, { changes: {}, clear: many((index) => ({ index })) }],
    ['gaps', isPublishCommand, command({ provenance: { sources: [], gaps: many((index) => ({ index })) } })],
  ])('with 10 000 %s is judged within 50 ms', (_name, validate, value) => {
    const times = Array.from({ length: 4 }, () => {
      const start = performance.now();
      expect(violations(validate, value)).toBeDefined();
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(50); // the best of some, for a busy machine
  });
});

function many<Item>(item: (index: number) => Item): Item[] {
  return Array.from({ length: 10_000 }, (_, index) => item(index));
}
