import { describe, expect, it } from 'vitest';
import { given, givenDocument, applied, when } from './given.ts';

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
