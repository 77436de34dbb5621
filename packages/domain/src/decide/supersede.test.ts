import { describe, expect, it } from 'vitest';
import { isDoneBy, referenceTo } from '../decision-targets.ts';
import { validityOn } from '../validity-on.ts';
import { applied, documentId, given, givenDocument, when } from './given.ts';

const by = { documentId: 'll-hrss:2026-00041', title: '临澜市青年就业见习管理办法' };
const command = { by, effectiveOn: '2027-01-01' };

describe('supersede', () => {
  it('ends it on the day, and both the entry and the relation say so', () => {
    const head = given();
    const { document } = applied(head, when(head, 'supersede', command));
    expect(document.lifecycle).toEqual([
      { change: 'superseded', effectiveOn: '2027-01-01', version: 2, decision: by },
    ]);
    expect(document.relations).toEqual([{ type: 'superseded_by', target: by, effectiveOn: '2027-01-01' }]);
    expect(validityOn(document, '2026-12-31')).toBe('in_force');
    expect(validityOn(document, '2027-01-01')).toBe('superseded');
  });

  it('is known to be done by what replaces it', () => {
    const successor = { ...given().document, ...by };
    const head = given();
    const { document } = applied(head, when(head, 'supersede', { ...command, by: referenceTo(successor) }));
    const relation = { type: 'supersedes' as const, target: { documentId } };
    expect(isDoneBy(successor, relation, document)).toBe(true);
    expect(isDoneBy({ ...successor, documentId: 'll-hrss:2026-00042' }, relation, document)).toBe(false);
  });

  it('stays told when a command puts other relations in place', () => {
    const head = given();
    const next = applied(head, when(head, 'supersede', command));
    const told = next.document.relations;
    const related = { type: 'related' as const, target: { title: '临澜市就业促进条例' } };
    const correction = { note: '误', gazetteCorrected: false, changes: {} };
    const after = (edit: object) =>
      applied(next, when(next, 'correct', { ...correction, ...edit })).document.relations;
    expect(after({ clear: ['relations'] })).toEqual(told);
    expect(after({ changes: { relations: [related] } })).toEqual([related, ...told!]);
    const amendment = { kind: 'amendment', effectiveOn: '2026-07-01', note: '改' } as const;
    const amended = applied(next, when(next, 'amend', { ...amendment, changes: { relations: [] } }));
    expect(amended.document.relations).toEqual(told);
  });

  it('keeps the relations that are there', () => {
    const related = { type: 'related' as const, target: { title: '临澜市就业促进条例' } };
    const head = given({ relations: [related] });
    expect(applied(head, when(head, 'supersede', command)).document.relations).toHaveLength(2);
  });

  it('is refused by the document itself', () => {
    expect(when(given(), 'supersede', { ...command, by: { documentId } })).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      issues: [{ pointer: '/by/documentId', rule: 'otherDocument' }],
    });
  });

  it.each(['repealed', 'superseded', 'declared_lapsed'] as const)('is refused when it is %s', (change) => {
    const head = givenDocument({ lifecycle: [{ change, effectiveOn: '2027-06-01', version: 1 }] });
    expect(when(head, 'supersede', command)).toMatchObject({ code: 'ILLEGAL_TRANSITION', validity: change });
  });

  it('is refused after its term, before its issue, and when it is withdrawn', () => {
    expect(when(given(), 'supersede', { by, effectiveOn: '2028-04-01' })).toMatchObject({
      validity: 'expired',
    });
    expect(when(given(), 'supersede', { by, effectiveOn: '2025-03-09' })).toMatchObject({
      code: 'DATE_INVALID',
    });
    const withdrawn = givenDocument({ publication: { state: 'withdrawn' } });
    expect(when(withdrawn, 'supersede', command)).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });
});
