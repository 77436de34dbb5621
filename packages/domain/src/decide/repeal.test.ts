import { describe, expect, it } from 'vitest';
import { validityOn } from '../validity-on.ts';
import { decision, documentId, given, givenDocument, applied, when } from './given.ts';

const body = { decision, effectiveOn: '2026-07-01', reason: '被新规定涵盖' };

describe('repeal', () => {
  it('explains an end that an import only states: in force until then, repealed from then on', () => {
    const stated = { sources: [], gaps: [], statedValidity: { state: 'ended' as const } };
    const head = given({ provenance: stated });
    const command = { decision: { title: '清理结果的决定' }, effectiveOn: '2026-01-01' };
    const { document } = applied(head, when(head, 'repeal', command));
    expect(validityOn(head.document, '2025-12-31')).toBe('declared_lapsed');
    expect(validityOn(document, '2025-12-31')).toBe('in_force');
    expect(validityOn(document, '2026-01-01')).toBe('repealed');
  });

  it('ends the document from its day on and keeps its text', () => {
    const head = given();
    const { document } = applied(head, when(head, 'repeal', body));
    expect(document).toEqual({
      ...head.document,
      lifecycle: [{ change: 'repealed', version: 2, ...body }],
    });
    expect(validityOn(document, '2026-06-30')).toBe('in_force');
    expect(validityOn(document, '2026-07-01')).toBe('repealed');
  });

  it('尚未施行 document repealed before taking effect: never was in force', () => {
    const head = given({ effectiveFrom: '2027-01-01' });
    const { document } = applied(head, when(head, 'repeal', body));
    expect(validityOn(document, '2027-01-01')).toBe('repealed');
  });

  it('is possible by a decision that this city does not have', () => {
    expect(
      when(given(), 'repeal', { decision: { title: '省里的决定' }, effectiveOn: '2026-07-01' }).outcome,
    ).toBe('accepted');
  });

  it('is refused when the document names itself as the decision', () => {
    expect(when(given(), 'repeal', { ...body, decision: { documentId } })).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      issues: [{ pointer: '/decision/documentId' }],
    });
  });

  it.each(['repealed', 'expired', 'declared_lapsed', 'superseded'] as const)(
    'is refused when the document is or will be %s',
    (change) => {
      const head = givenDocument({ lifecycle: [{ change, effectiveOn: '2026-09-01', version: 1 }] });
      expect(when(head, 'repeal', body)).toMatchObject({ code: 'ILLEGAL_TRANSITION', validity: change });
    },
  );

  it('is refused after the term, and possible on its last day', () => {
    expect(when(given(), 'repeal', { ...body, effectiveOn: '2028-04-01' })).toMatchObject({
      validity: 'expired',
    });
    expect(when(given(), 'repeal', { ...body, effectiveOn: '2028-03-31' }).outcome).toBe('accepted');
  });

  it('is possible again after a reinstatement', () => {
    const head = givenDocument({
      lifecycle: [
        { change: 'repealed', effectiveOn: '2026-01-01', version: 2 },
        { change: 'reinstated', effectiveOn: '2026-03-01', version: 3, reverses: 2 },
      ],
    });
    expect(when({ ...head, version: 3 }, 'repeal', body).outcome).toBe('accepted');
  });

  it('is refused before the day of issue', () => {
    expect(when(given(), 'repeal', { ...body, effectiveOn: '2025-03-09' })).toMatchObject({
      code: 'DATE_INVALID',
    });
  });

  it('is refused for a withdrawn document', () => {
    const head = givenDocument({ publication: { state: 'withdrawn' } });
    expect(when(head, 'repeal', body)).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });
});
