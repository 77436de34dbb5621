import { describe, expect, it } from 'vitest';
import { decision, given, givenDocument, applied, when } from './given.ts';

const body = {
  changes: { body: { text: '第一条 见习期限为六个月。' } },
  kind: 'amendment',
  effectiveOn: '2026-07-01',
  note: '改期限',
} as const;

describe('amend', () => {
  it('changes what is named, keeps the rest and counts the text', () => {
    const head = given();
    const next = applied(head, when(head, 'amend', { ...body, decision, clear: ['abstract'] }));
    const { abstract: _, ...kept } = head.document;
    expect(next.document).toEqual({
      ...kept,
      body: body.changes.body,
      textVersion: 2,
      lifecycle: [{ change: 'amended', effectiveOn: '2026-07-01', version: 2, decision }],
    });
  });

  it('reads a changed number anew', () => {
    const head = given();
    const changes = { documentNumber: { raw: '臨人社發【2026】第03號' } };
    expect(applied(head, when(head, 'amend', { ...body, changes })).document.documentNumber).toMatchObject({
      canonical: '临人社发〔2026〕3号',
    });
  });

  it('is possible until the last day of the term', () => {
    expect(when(given(), 'amend', { ...body, effectiveOn: '2028-03-31' }, '2028-03-31').outcome).toBe(
      'accepted',
    );
  });

  it.each([
    ['after the term', '2028-04-01', '2026-06-15'],
    ['today, when the term is over, even with effect before', '2027-01-01', '2028-04-01'],
  ])('is refused %s', (_name, effectiveOn, today) => {
    expect(when(given(), 'amend', { ...body, effectiveOn }, today)).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      validity: 'expired',
    });
  });

  it('is refused from the day of a repeal on, and possible before it', () => {
    const head = givenDocument({
      lifecycle: [{ change: 'repealed', effectiveOn: '2026-09-01', version: 1 }],
    });
    expect(when(head, 'amend', { ...body, effectiveOn: '2026-09-01' })).toMatchObject({
      validity: 'repealed',
    });
    expect(when(head, 'amend', { ...body, effectiveOn: '2026-08-31' }).outcome).toBe('accepted');
  });

  it('is refused before the day of issue', () => {
    expect(when(given(), 'amend', { ...body, effectiveOn: '2025-03-09' })).toMatchObject({
      code: 'DATE_INVALID',
      issues: [{ pointer: '/effectiveOn' }],
    });
  });

  it('is refused for a withdrawn document', () => {
    const head = givenDocument({ publication: { state: 'withdrawn' } });
    expect(when(head, 'amend', body)).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it('is refused when the result lacks what the law wants', () => {
    expect(when(given(), 'amend', { ...body, clear: ['issuers'] })).toMatchObject({
      code: 'MANDATORY_FIELD_MISSING',
      issues: [{ pointer: '/changes/issuers' }],
    });
    expect(when(given(), 'amend', { ...body, changes: { disclosure: 'none' } })).toMatchObject({
      code: 'DISCLOSURE_FORBIDS',
    });
  });
});
