import { describe, expect, it } from 'vitest';
import { validityOn } from '../validity-on.ts';
import { applied, decision, given, givenDocument, when } from './given.ts';

const condition = '2026年12月31日前未修订并重新公布的，自2027年1月1日起失效。';
const schedule = { action: 'schedule', dueOn: '2027-01-01', condition, decision } as const;
const cancel = { action: 'cancel', dueOn: '2027-01-01' } as const;
const scheduled = () => applied(given(), when(given(), 'scheduleEnd', schedule));

describe('scheduleEnd', () => {
  it('conditional lapse met: lapses the document on its day', () => {
    const { document } = scheduled();
    expect(document.lifecycle).toEqual([
      { change: 'end_scheduled', effectiveOn: '2027-01-01', version: 2, decision },
    ]);
    expect(validityOn(document, '2026-12-31')).toBe('in_force');
    expect(validityOn(document, '2027-01-01')).toBe('declared_lapsed');
  });

  it('conditional lapse not met: it is cancelled by then, the day itself included, and stays in force', () => {
    for (const today of ['2026-11-30', '2027-01-01']) {
      const { document } = applied(scheduled(), when(scheduled(), 'scheduleEnd', cancel, today));
      expect(document.lifecycle.at(-1)).toEqual({ change: 'end_cancelled', effectiveOn: today, version: 3 });
      expect(validityOn(document, '2027-06-01')).toBe('in_force');
    }
  });

  it('cannot be cancelled after the day: only a reinstatement leads back', () => {
    expect(when(scheduled(), 'scheduleEnd', cancel, '2027-01-02')).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      validity: 'declared_lapsed',
    });
  });

  it('can be set again after it was cancelled, but not twice', () => {
    expect(when(scheduled(), 'scheduleEnd', schedule)).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      issues: [{ rule: 'scheduledOnce' }],
    });
    const cancelled = applied(scheduled(), when(scheduled(), 'scheduleEnd', cancel));
    expect(when(cancelled, 'scheduleEnd', { ...schedule, dueOn: '2027-07-01' }).outcome).toBe('accepted');
  });

  it.each([
    ['another day', { ...cancel, dueOn: '2027-01-02' }],
    ['nothing', cancel],
  ])('has nothing to cancel when %s was set', (name, command) => {
    const head = name === 'nothing' ? given() : scheduled();
    expect(when(head, 'scheduleEnd', command)).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      issues: [{ pointer: '/dueOn', rule: 'scheduled' }],
    });
  });

  it.each(['2026-06-15', '2026-01-01'])('is refused for %s, which is not after today', (dueOn) => {
    expect(when(given(), 'scheduleEnd', { ...schedule, dueOn })).toMatchObject({ code: 'DATE_INVALID' });
  });

  it('is refused when the document has ended or will have ended by then', () => {
    const repealed = givenDocument({
      lifecycle: [{ change: 'repealed', effectiveOn: '2026-01-01', version: 1 }],
    });
    expect(when(repealed, 'scheduleEnd', schedule)).toMatchObject({ validity: 'repealed' });
    expect(when(given(), 'scheduleEnd', { ...schedule, dueOn: '2028-04-01' })).toMatchObject({
      validity: 'expired',
      issues: [{ pointer: '/dueOn' }],
    });
  });

  it('is refused for a withdrawn document', () => {
    const head = givenDocument({ publication: { state: 'withdrawn' } });
    expect(when(head, 'scheduleEnd', schedule)).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });
});
