import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRecord } from '../records/parse-record.ts';
import { gapsOf } from './draft.ts';
import { mapRecord, recognize } from './recognize.ts';

const page = readFileSync(new URL('../../../../../docs/import.md', import.meta.url), 'utf8');
const example: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '');

const mapped = (value: unknown) =>
  mapRecord(parseRecord(1, Buffer.from(JSON.stringify(value))), 'list.jsonl');

describe('recognize', () => {
  it.each([
    [{ title: '', history: [], body: '' }, 'law'],
    [{ title: '', source: '' }, 'policy'],
    [{ title: '', url: '' }, 'policy'],
    [{ document: {} }, 'own'],
    [{ title: '', targets: [] }, 'decision'],
    [{ kind: 'clause', title: '', sentence: '' }, 'clause'],
    [{ title: '' }, undefined],
    [{}, undefined],
  ])('tells the shape of %j', (record, shape) => {
    expect(recognize(record)).toBe(shape);
  });
});

describe('mapRecord', () => {
  it('imports the example of docs/import.md with the gaps that the page names', () => {
    const outcome = mapped(example);
    if (outcome.outcome === 'rejected') throw new Error(outcome.reason);
    const { content, statedValidity, own } = outcome.draft;
    expect(content.title).toBe('临澜市社区养老服务设施管理办法');
    expect(own).toEqual({ note: '旧网站导出' });
    expect(gapsOf(content, statedValidity)).toEqual(['publishedOn', 'renditions', 'validity']);
  });

  it('points at the fault in a record of our own shape', () => {
    const document = { docClass: 'normative_document', title: '节水办法', disclosure: 'active', secret: 1 };
    expect(mapped({ document })).toMatchObject({
      outcome: 'rejected',
      code: 'SCHEMA_VIOLATION',
      pointer: '/document/secret',
    });
    expect(mapped({ documentId: 'LL:1', document: {} })).toMatchObject({ outcome: 'rejected' });
  });

  it.each([[[]], ['text'], [null], [{ name: 1 }]])('rejects %j', (value) => {
    expect(mapped(value)).toMatchObject({ outcome: 'rejected', code: 'SCHEMA_VIOLATION', pointer: '' });
  });
});
