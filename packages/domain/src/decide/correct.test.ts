import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import { context, documentId, given, givenDocument, applied, when } from './given.ts';

const body = { changes: { title: '临澜市青年就业见习办法' }, note: '标题有误', gazetteCorrected: true };

describe('correct', () => {
  it('puts right what is named and adds no lifecycle entry', () => {
    const head = given();
    const next = applied(head, when(head, 'correct', body));
    expect(next.document).toEqual({ ...head.document, ...body.changes, textVersion: 2 });
  });

  it('is possible for a repealed document, since readers of ended law need it right too', () => {
    const lifecycle = [{ change: 'repealed', effectiveOn: '2026-01-01', version: 1 }] as const;
    const head = givenDocument({ lifecycle: [...lifecycle] });
    expect(applied(head, when(head, 'correct', body)).document.lifecycle).toEqual(lifecycle);
  });

  it.each([
    ['a longer term', { effectiveUntil: '2031-03-31' }, {}],
    ['no term', {}, { clear: ['effectiveUntil' as const] }],
    ['a class without validity', { docClass: 'interpretation' as const }, {}],
  ])('cannot bring an expired document back by %s', (_name, changes, more) => {
    expect(when(given(), 'correct', { ...body, changes, ...more }, '2028-04-01')).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      validity: 'expired',
      issues: [{ pointer: '/changes', rule: 'ended' }],
    });
  });

  it.each([
    ['a term that is over', { effectiveUntil: '2026-06-14' }, '/changes'],
    ['a class without validity', { docClass: 'qa_entry' as const }, '/changes/docClass'],
  ])('cannot end what is in force by %s', (_name, changes, pointer) => {
    const refusal = {
      code: 'ILLEGAL_TRANSITION',
      validity: 'in_force',
      issues: [{ pointer, rule: 'inForce' }],
    };
    expect(when(given(), 'correct', { ...body, changes })).toMatchObject(refusal);
    const amendment = { kind: 'amendment', effectiveOn: '2026-06-15', note: '改', changes } as const;
    expect(when(given(), 'amend', amendment)).toMatchObject(refusal);
  });

  it('can state the end of an import', () => {
    const head = given({ provenance: { sources: [], gaps: [] } });
    const provenance = { sources: [], gaps: [], statedValidity: { state: 'ended' as const, raw: '失效' } };
    expect(when(head, 'correct', { ...body, changes: { provenance } }).outcome).toBe('accepted');
  });

  it('puts a misprinted day of 施行 or end of term right', () => {
    const changes = { effectiveFrom: '2026-08-01', effectiveUntil: '2028-07-31' };
    const { document } = applied(given(), when(given(), 'correct', { ...body, changes }));
    expect(document).toMatchObject(changes);
  });

  it('does not give a number’s second holder another issuer', () => {
    const head = given({ issuers: [{ name: '临澜市民政局' }] });
    const changes = { issuers: [{ name: '临澜市人力资源和社会保障局' }] };
    const command = { expectedVersion: 1, ...body, changes };
    const holder = { ...given().document, documentId: 'll-hrss:2025-1' };
    const outcome = decide(
      head,
      { name: 'correct', documentId, body: command },
      {
        ...context,
        holdersOf: () => [holder],
      },
    );
    expect(outcome).toMatchObject({ code: 'NUMBER_IN_USE' });
  });

  it('is refused for a withdrawn document', () => {
    const head = givenDocument({ publication: { state: 'withdrawn' } });
    expect(when(head, 'correct', body)).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it('is refused when the result lacks what the law wants', () => {
    expect(when(given(), 'correct', { ...body, clear: ['publishedOn'] })).toMatchObject({
      code: 'MANDATORY_FIELD_MISSING',
    });
  });
});
