import type { Document, Relation } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { conformance } from './conformance.ts';
import { inputOf, sampleHead, withdrawn } from './sample-head.ts';

const found = (...heads: ReturnType<typeof sampleHead>[]) =>
  conformance(inputOf(...heads)).rows.map(({ rule, documentId, detail }) => [rule, documentId, detail]);
const rulesOf = (changes: Partial<Document>) => found(sampleHead('1', changes)).map(([rule]) => rule);
const ended = { lifecycle: [{ change: 'repealed', effectiveOn: '2026-01-01', version: 2 }] } as const;
const to = (type: Relation['type'], localId: string): Relation => ({
  type,
  target: { documentId: `ll-hrss:${localId}` },
});
const imported = (provenance: Partial<Document['provenance']>) => ({
  provenance: { sources: [], gaps: [], ...provenance },
});

describe('conformance', () => {
  it('has nothing to say about a sound document', () => {
    expect(conformance(inputOf(sampleHead('1')))).toMatchObject({ rows: [], counts: {} });
  });

  it('names what an import could not fill, in one row', () => {
    const document = imported({ gaps: ['documentNumber', 'publishedOn'] });
    expect(found(sampleHead('1', document))).toEqual([['missing_field', 'll-hrss:1', '文号、发布日期']]);
  });

  it('counts findings by rule', () => {
    const gap = imported({ gaps: ['body'] });
    const { counts } = conformance(
      inputOf(sampleHead('1', gap), sampleHead('2', { ...gap, effectiveUntil: '2024-01-01' })),
    );
    expect(counts).toEqual({ missing_field: 2, contradictory_dates: 1 });
  });

  it('leaves withdrawn documents alone', () => {
    expect(rulesOf({ publication: withdrawn, effectiveUntil: '2024-01-01' })).toEqual([]);
  });
});

describe('contradictions', () => {
  it.each([
    ['a term that ends before it begins', { effectiveUntil: '2025-03-31' }, ['contradictory_dates']],
    ['a term of one day', { effectiveUntil: '2025-04-01' }, []],
    ['published before it was issued', { publishedOn: '2025-03-09' }, ['contradictory_dates']],
    [
      'said to be in force after its term',
      { ...imported({ statedValidity: { state: 'in_force' } }), effectiveUntil: '2026-06-14' },
      ['contradictory_validity'],
    ],
    [
      'said to be in force on its last day',
      { ...imported({ statedValidity: { state: 'in_force' } }), effectiveUntil: '2026-06-15' },
      [],
    ],
    [
      'said to have ended, nobody knows by what',
      imported({ statedValidity: { state: 'ended' } }),
      ['contradictory_validity'],
    ],
    [
      'said to have ended, as its lifecycle tells',
      { ...imported({ statedValidity: { state: 'ended' } }), lifecycle: [...ended.lifecycle] },
      [],
    ],
  ] satisfies [string, Partial<Document>, string[]][])('%s', (_case, changes, expected) => {
    expect(rulesOf(changes)).toEqual(expected);
  });
});

describe('the term of a 规范性文件', () => {
  it('is told where it is longer than its jurisdiction allows, while it is in force', () => {
    const tooLong = sampleHead('1', { effectiveUntil: '2035-03-31' });
    expect(found(tooLong).map(([rule]) => rule)).toEqual(['term']);
    expect(found(sampleHead('1', { effectiveUntil: '2035-03-31', lifecycle: [...ended.lifecycle] }))).toEqual(
      [],
    );
    expect(found(sampleHead('1', { effectiveUntil: '2035-03-31', regionCode: '110000' }))).toEqual([]);
  });
});

describe('Q&A of an ended document', () => {
  const answer = (changes: Partial<Document> = {}) =>
    sampleHead('qa', { docClass: 'qa_entry', relations: [to('answers', '1')], ...changes });
  const old = sampleHead('1', { lifecycle: [...ended.lifecycle] });

  it('is told to its department', () => {
    expect(found(old, answer())).toEqual([
      ['answer_to_ended', 'll-hrss:qa', '《临澜市青年就业见习管理办法之1》（ll-hrss:1）已废止'],
    ]);
  });
  it('is not told before the document ends', () => {
    const later = [{ change: 'repealed' as const, effectiveOn: '2026-06-16', version: 2 }];
    expect(found(sampleHead('1', { lifecycle: later }), answer())).toEqual([]);
  });
  it('is not told once the answer is withdrawn', () => {
    expect(found(old, answer({ publication: withdrawn }))).toEqual([]);
  });
  it('is told when it cites the document by 文号 in another spelling', () => {
    const numbered = sampleHead('1', {
      lifecycle: [...ended.lifecycle],
      documentNumber: { raw: '临人社发〔2025〕17号' },
    });
    const relations = [{ type: 'answers' as const, target: { number: '临人社发[2025]第017号' } }];
    expect(found(numbered, answer({ relations })).map(([rule]) => rule)).toEqual(['answer_to_ended']);
  });
});

describe('an interpretation', () => {
  const planned = (changes: Partial<Document> = {}) =>
    sampleHead('1', { interpretationPlan: { required: true }, publishedOn: '2026-06-11', ...changes });
  const interpretation = sampleHead('i', { docClass: 'interpretation', relations: [to('interprets', '1')] });

  it('is late from the fourth day after publication', () => {
    expect(found(planned())).toEqual([['late_interpretation', 'll-hrss:1', '最迟应于 2026-06-14 解读']]);
    expect(found(planned({ publishedOn: '2026-06-12' }))).toEqual([]);
  });
  it('is late after the day of its plan', () => {
    expect(found(planned({ interpretationPlan: { required: true, dueOn: '2026-06-15' } }))).toEqual([]);
    const plan = { required: true, dueOn: '2026-06-14' };
    expect(found(planned({ interpretationPlan: plan, publishedOn: '2026-06-14' }))).toHaveLength(1);
  });
  it('is not missed where the plan needs none', () => {
    expect(found(planned({ interpretationPlan: { required: false } }))).toEqual([]);
  });
  it('counts when it cites its document, or its document cites it', () => {
    expect(found(planned(), interpretation)).toEqual([]);
    expect(found(planned({ relations: [to('interpreted_by', 'i')] }), sampleHead('i'))).toEqual([]);
  });
});

describe('interpretation arrives before its document', () => {
  const target = { number: '临人社发[2025]第017号' };
  const interpretation = sampleHead('i', {
    docClass: 'interpretation',
    relations: [{ type: 'interprets', target }],
  });
  const document = sampleHead('1', {
    documentNumber: { raw: '临人社发〔2025〕17号' },
    interpretationPlan: { required: true },
    publishedOn: '2026-06-01',
  });

  it('is an open reference until then, and the interpretation in time from then on', () => {
    expect(found(interpretation)).toEqual([
      ['unresolved_reference', 'll-hrss:i', '解读：临人社发[2025]第017号'],
    ]);
    expect(found(interpretation, document)).toEqual([]);
    expect(found(document).map(([rule]) => rule)).toEqual(['late_interpretation']);
  });
});

describe('a reference', () => {
  it('to nothing that is known is told as it is worded', () => {
    const target = { title: '《临澜市供水管理办法》', number: '临政发〔2015〕7号' };
    const head = sampleHead('1', { relations: [{ type: 'based_on', target }] });
    expect(found(head)).toEqual([
      ['unresolved_reference', 'll-hrss:1', '依据：《临澜市供水管理办法》 临政发〔2015〕7号'],
    ]);
  });
  it('to a withdrawn document is not unresolved', () => {
    const head = sampleHead('1', { relations: [to('based_on', '2')] });
    expect(found(head, sampleHead('2', { publication: withdrawn }))).toEqual([]);
  });
});
