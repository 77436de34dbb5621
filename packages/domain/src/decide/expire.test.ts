import { describe, expect, it } from 'vitest';
import { validityOn } from '../validity-on.ts';
import { applied, decision, documentId, given, givenDocument, when } from './given.ts';

const term = { cause: 'term', effectiveOn: '2028-04-01' } as const;
const declared = {
  cause: 'declared',
  effectiveOn: '2026-07-01',
  reasonCode: 'task_completed',
  reason: '计划已完成',
  decision,
} as const;

describe('expire', () => {
  it('by term takes effect on the day after the inclusive last day', () => {
    const head = given();
    const { document } = applied(head, when(head, 'expire', term));
    expect(document.lifecycle).toEqual([{ change: 'expired', effectiveOn: '2028-04-01', version: 2 }]);
    expect(validityOn(document, '2028-04-01')).toBe('expired');
  });

  it('after a term that ends on 29 February takes effect on 1 March', () => {
    const head = given({ effectiveUntil: '2028-02-29' });
    expect(when(head, 'expire', { cause: 'term', effectiveOn: '2028-03-01' }).outcome).toBe('accepted');
  });

  it.each(['2028-03-31', '2028-04-02', '2026-06-15'])('by term is refused on %s', (effectiveOn) => {
    expect(when(given(), 'expire', { cause: 'term', effectiveOn })).toMatchObject({
      code: 'DATE_INVALID',
      issues: [{ pointer: '/effectiveOn', rule: 'termEnd' }],
    });
  });

  it('by term is refused when there is no term', () => {
    const { effectiveUntil: _, ...document } = given().document;
    expect(when({ ...given(), document }, 'expire', term)).toMatchObject({ code: 'DATE_INVALID' });
  });

  it('by a decision declares it lapsed, with the reasons', () => {
    const head = given();
    const { document } = applied(head, when(head, 'expire', declared));
    const { cause: _, ...why } = declared;
    expect(document.lifecycle).toEqual([{ change: 'declared_lapsed', version: 2, ...why }]);
    expect(validityOn(document, '2026-07-01')).toBe('declared_lapsed');
  });

  it('by a decision is refused after the term has ended it', () => {
    expect(when(given(), 'expire', { ...declared, effectiveOn: '2028-04-01' })).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      validity: 'expired',
    });
  });

  it('is refused when a condition has ended it', () => {
    const head = givenDocument({
      lifecycle: [{ change: 'end_scheduled', effectiveOn: '2026-06-30', version: 1 }],
    });
    expect(when(head, 'expire', declared)).toMatchObject({ validity: 'declared_lapsed' });
    expect(when(head, 'expire', term)).toMatchObject({ validity: 'declared_lapsed' });
  });

  it.each(['repealed', 'expired', 'superseded'] as const)('is refused when it is %s', (change) => {
    const head = givenDocument({ lifecycle: [{ change, effectiveOn: '2026-01-01', version: 1 }] });
    expect(when(head, 'expire', declared)).toMatchObject({ code: 'ILLEGAL_TRANSITION', validity: change });
  });

  it.each([
    ['it was issued', '2025-03-09'],
    ['it takes effect', '2025-03-31'],
  ])('is refused before %s', (_name, effectiveOn) => {
    expect(when(given(), 'expire', { ...declared, effectiveOn })).toMatchObject({ code: 'DATE_INVALID' });
  });

  it('is refused when it is its own decision', () => {
    expect(when(given(), 'expire', { ...declared, decision: { documentId } })).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      issues: [{ pointer: '/decision/documentId' }],
    });
  });

  it('is refused for a withdrawn document', () => {
    const head = givenDocument({ publication: { state: 'withdrawn' } });
    expect(when(head, 'expire', declared)).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });
});
