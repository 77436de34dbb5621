import { describe, expect, it } from 'vitest';
import { decide } from './decide/decide.ts';
import { applied, context, given, when } from './decide/given.ts';
import type { DocumentHead } from './evolve.ts';
import { addDays } from './local-date.ts';
import { dueCommand, nextDueDay } from './next-due-day.ts';
import { validityOn } from './validity-on.ts';

const decision = { title: '清理结果的决定' };
const scheduled = (dueOn: string) => {
  const head = given();
  return applied(head, when(head, 'scheduleEnd', { action: 'schedule', dueOn, decision }));
};

function onDay(head: DocumentHead, today: string): DocumentHead {
  const command = dueCommand(head, today);
  return command ? applied(head, decide(head, command, { ...context, today })) : head;
}

describe('the calendar', () => {
  it.each([
    ['in general', '2028-03-31', '2028-04-01'],
    ['term ends on 29 Feb', '2028-02-29', '2028-03-01'],
    ['term ends on a holiday: a lapse counts calendar days', '2026-10-01', '2026-10-02'],
  ])('ends a term the day after its inclusive last day, %s', (_when, effectiveUntil, dueOn) => {
    const head = given({ effectiveUntil });
    expect(nextDueDay(head.document)).toBe(dueOn);
    expect(onDay(head, effectiveUntil)).toBe(head);
    const { document } = onDay(head, dueOn);
    expect(document.lifecycle).toEqual([{ change: 'expired', effectiveOn: dueOn, version: 2 }]);
  });

  it('catches up after downtime with the day that was due, not the day of the deed', () => {
    const { document } = onDay(given(), '2030-01-01');
    expect(document.lifecycle).toMatchObject([{ effectiveOn: '2028-04-01' }]);
  });

  it('tells it once', () => {
    const ended = onDay(given(), '2028-04-01');
    expect(nextDueDay(ended.document)).toBeUndefined();
    expect(onDay(ended, '2028-04-02')).toBe(ended);
  });

  it('has nothing to do for what was renewed on the last day', () => {
    const head = given();
    const renewal = { effectiveOn: '2028-04-01', effectiveUntil: '2031-03-31' };
    const renewed = applied(head, when(head, 'renew', renewal, '2028-03-31'));
    expect(nextDueDay(renewed.document)).toBe('2031-04-01');
    expect(validityOn(renewed.document, '2028-04-01')).toBe('in_force');
  });

  it('conditional lapse met: is told when its day is over', () => {
    const head = scheduled('2027-01-01');
    expect(onDay(head, '2027-01-01')).toBe(head); // it may still be cancelled
    expect(onDay(head, '2027-01-02').document.lifecycle.at(-1)).toEqual({
      change: 'declared_lapsed',
      effectiveOn: '2027-01-01',
      version: 3,
      decision,
    });
  });

  it('conditional lapse not met: only the term is left', () => {
    const head = scheduled('2027-01-01');
    const cancel = { action: 'cancel', dueOn: '2027-01-01' } as const;
    const cancelled = applied(head, when(head, 'scheduleEnd', cancel));
    expect(nextDueDay(cancelled.document)).toBe('2028-04-01');
  });

  it('has nothing to do for an import whose dates contradict each other: it could never be told', () => {
    const provenance = { sources: [], gaps: [] };
    for (const dates of [{ issuedOn: '2029-01-01' }, { effectiveFrom: '2029-01-01' }]) {
      const { document } = given({ provenance, effectiveUntil: '2026-03-31', ...dates });
      expect(nextDueDay(document)).toBeUndefined();
    }
  });

  it('leaves alone what was repealed before, what is withdrawn, and what an import says has ended', () => {
    const head = given();
    const repealed = applied(head, when(head, 'repeal', { decision, effectiveOn: '2027-01-01' }));
    const withdrawal = { reasonCode: 'erroneous', publicReason: '有误', authorizer: '科室' } as const;
    const withdrawn = applied(head, when(head, 'withdraw', withdrawal));
    const stated = given({
      provenance: { sources: [], gaps: [], statedValidity: { state: 'ended' } },
      effectiveUntil: addDays(context.today, -30),
    });
    for (const { document } of [repealed, withdrawn, stated]) expect(nextDueDay(document)).toBeUndefined();
  });
});
