import { describe, expect, it } from 'vitest';
import { validityOn } from '../validity-on.ts';
import { applied, context, documentId, given, when } from './given.ts';

const command = { to: 'll-civil', basis: '机构改革' };

describe('transfer', () => {
  it('changes the owner and nothing else: the id stays', () => {
    const before = given();
    const head = applied(before, when(before, 'transfer', command));
    expect(head.document).toEqual({ ...before.document, department: 'll-civil' });
    expect(head.documentId).toBe(documentId);
  });

  it('is possible for what has ended, which stays ended', () => {
    const before = given();
    const ended = applied(
      before,
      when(before, 'repeal', { decision: { title: '决定' }, effectiveOn: '2026-01-01' }),
    );
    const head = applied(ended, when(ended, 'transfer', command));
    expect(validityOn(head.document, context.today)).toBe('repealed');
  });

  it('is refused to the department that has it', () => {
    expect(when(given(), 'transfer', { ...command, to: 'll-hrss' })).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
  });
});
