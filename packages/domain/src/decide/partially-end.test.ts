import { describe, expect, it } from 'vitest';
import { validityOn } from '../validity-on.ts';
import { applied, decision, documentId, given, givenDocument, when } from './given.ts';

const command = { decision, articles: ['第七条'], effectiveOn: '2026-07-01' };

describe('partiallyEnd', () => {
  it('ends the articles from the day on, the rest stays', () => {
    const head = given();
    const { document } = applied(head, when(head, 'partiallyEnd', command));
    expect(document.lifecycle).toEqual([{ change: 'partially_ended', version: 2, ...command }]);
    expect(validityOn(document, '2026-06-30')).toBe('in_force');
    expect(validityOn(document, '2026-07-01')).toBe('partially_ended');
  });

  it('may be said of a document that will be repealed later, and again of other articles', () => {
    const head = givenDocument({
      lifecycle: [{ change: 'repealed', effectiveOn: '2027-01-01', version: 1 }],
    });
    const once = applied(head, when(head, 'partiallyEnd', command));
    const twice = applied(once, when(once, 'partiallyEnd', { ...command, articles: ['第八条'] }));
    expect(validityOn(twice.document, '2026-12-31')).toBe('partially_ended');
    expect(validityOn(twice.document, '2027-01-01')).toBe('repealed');
  });

  it('is refused when the document has ended, also for a day before that', () => {
    const head = givenDocument({
      lifecycle: [{ change: 'repealed', effectiveOn: '2026-06-01', version: 1 }],
    });
    expect(when(head, 'partiallyEnd', { ...command, effectiveOn: '2026-05-01' })).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      validity: 'repealed',
    });
  });

  it('is refused by itself, before its issue, and when it is withdrawn', () => {
    expect(when(given(), 'partiallyEnd', { ...command, decision: { documentId } })).toMatchObject({
      issues: [{ pointer: '/decision/documentId' }],
    });
    const early = { ...command, effectiveOn: '2025-03-09' };
    expect(when(given(), 'partiallyEnd', early)).toMatchObject({ code: 'DATE_INVALID' });
    const withdrawn = givenDocument({ publication: { state: 'withdrawn' } });
    expect(when(withdrawn, 'partiallyEnd', command)).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });
});
