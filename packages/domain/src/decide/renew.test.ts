import { describe, expect, it } from 'vitest';
import { validityOn } from '../validity-on.ts';
import { applied, decision, given, givenDocument, when } from './given.ts';

const command = {
  effectiveOn: '2028-04-01',
  effectiveUntil: '2031-03-31',
  registrationNumber: 'LLGF-2028-0310005',
  decision,
};

describe('renew', () => {
  it('gives a new term and registration number', () => {
    const head = given();
    const { document } = applied(head, when(head, 'renew', command));
    expect(document).toMatchObject({ effectiveUntil: '2031-03-31', registrationNumber: 'LLGF-2028-0310005' });
    expect(document.lifecycle).toEqual([
      { change: 'renewed', effectiveOn: '2028-04-01', version: 2, decision },
    ]);
    expect(validityOn(document, '2031-03-31')).toBe('in_force');
    expect(validityOn(document, '2031-04-01')).toBe('expired');
  });

  it('renewal on the last day: is in time, and too late on the day after', () => {
    expect(when(given(), 'renew', command, '2028-03-31').outcome).toBe('accepted');
    expect(when(given(), 'renew', command, '2028-04-01')).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      validity: 'expired',
    });
  });

  it('leaves no gap: it begins at the latest on the day after the old term', () => {
    expect(when(given(), 'renew', { ...command, effectiveOn: '2028-04-02' })).toMatchObject({
      validity: 'expired',
    });
    expect(when(given(), 'renew', { ...command, effectiveOn: '2027-01-01' }).outcome).toBe('accepted');
  });

  it.each(['2028-03-31', '2027-12-31'])(
    'is refused with a term until %s, which is not longer',
    (effectiveUntil) => {
      expect(when(given(), 'renew', { ...command, effectiveUntil })).toMatchObject({
        code: 'DATE_INVALID',
        issues: [{ pointer: '/effectiveUntil', rule: 'dateOrder' }],
      });
    },
  );

  it('is refused when there is no term, when it has ended, and when it is withdrawn', () => {
    const { effectiveUntil: _, ...document } = given().document;
    expect(when({ ...given(), document }, 'renew', command)).toMatchObject({ issues: [{ rule: 'term' }] });
    const repealed = givenDocument({
      lifecycle: [{ change: 'repealed', effectiveOn: '2027-01-01', version: 1 }],
    });
    expect(when(repealed, 'renew', command)).toMatchObject({ validity: 'repealed' });
    const withdrawn = givenDocument({ publication: { state: 'withdrawn' } });
    expect(when(withdrawn, 'renew', command)).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });
});
