import type { LifecycleEntry } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { dueCommand, nextDueDay } from '../next-due-day.ts';
import { validityOn } from '../validity-on.ts';
import { decide } from './decide.ts';
import { applied, context, decision, given, givenDocument, when } from './given.ts';

const command = { reverses: 2, basis: 'review', authority: '备案审查', effectiveOn: '2026-07-01' } as const;
const ended = (change: LifecycleEntry['change'], effectiveOn = '2026-05-20') => ({
  ...givenDocument({ lifecycle: [{ change, effectiveOn, version: 2 }] }),
  version: 2,
});

describe('reinstate', () => {
  it('takes the end back from its day on, and leaves the time before as it was', () => {
    const head = ended('repealed');
    const { document } = applied(head, when(head, 'reinstate', command));
    expect(document.lifecycle.at(-1)).toEqual({
      change: 'reinstated',
      effectiveOn: '2026-07-01',
      version: 3,
      reverses: 2,
    });
    expect(validityOn(document, '2026-06-30')).toBe('repealed');
    expect(validityOn(document, '2026-07-01')).toBe('in_force');
  });

  it.each(['repealed', 'superseded', 'declared_lapsed', 'end_scheduled', 'partially_ended'] as const)(
    'takes back %s',
    (change) => {
      const head = ended(change);
      const { document } = applied(head, when(head, 'reinstate', command));
      expect(validityOn(document, '2026-07-01')).toBe('in_force');
    },
  );

  it('needs a new term when the old one is over, too', () => {
    const head = ended('expired', '2028-04-01');
    const late = { ...command, effectiveOn: '2028-06-01' };
    expect(when(head, 'reinstate', late)).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      validity: 'expired',
      issues: [{ pointer: '/effectiveUntil' }],
    });
    const { document } = applied(head, when(head, 'reinstate', { ...late, effectiveUntil: '2030-12-31' }));
    expect(validityOn(document, '2028-06-01')).toBe('in_force');
    expect(validityOn(document, '2031-01-01')).toBe('expired');
  });

  it.each([
    [
      'what never ended it',
      givenDocument({ lifecycle: [{ change: 'amended', effectiveOn: '2026-01-01', version: 2 }] }),
    ],
    ['anything of a document in force', given()],
  ])('is refused for %s', (_what, head) => {
    expect(when(head, 'reinstate', command)).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      issues: [{ pointer: '/reverses', rule: 'ended' }],
    });
  });

  it('is refused for an end that was taken back already', () => {
    const head = ended('repealed');
    const back = applied(head, when(head, 'reinstate', command));
    expect(when(back, 'reinstate', command)).toMatchObject({ issues: [{ rule: 'ended' }] });
  });

  describe('of a lapse by a condition that the calendar has recorded', () => {
    const scheduled = applied(
      given(),
      when(given(), 'scheduleEnd', { action: 'schedule', dueOn: '2026-06-20' }),
    );
    const due = dueCommand(scheduled, '2026-06-21');
    const lapsed = applied(scheduled, decide(scheduled, due!, { ...context, today: '2026-06-21' }));
    const reinstated = (reverses: number) =>
      applied(lapsed, when(lapsed, 'reinstate', { ...command, reverses }, '2026-07-01'));

    it.each([
      ['the condition', 2],
      ['the lapse', 3],
    ])('takes back both by %s', (_what, reverses) => {
      const back = reinstated(reverses);
      expect(validityOn(back.document, '2026-06-30')).toBe('declared_lapsed');
      expect(validityOn(back.document, '2026-07-01')).toBe('in_force');
      for (const again of [2, 3]) {
        const twice = when(back, 'reinstate', { ...command, reverses: again }, '2026-07-01');
        expect(twice).toMatchObject({ issues: [{ rule: 'ended' }] });
      }
    });

    it('leaves nothing due, and room for another condition', () => {
      const back = reinstated(3);
      expect(nextDueDay(back.document)).toBe('2028-04-01');
      const another = { action: 'schedule', dueOn: '2026-12-01' } as const;
      const anew = applied(back, when(back, 'scheduleEnd', another, '2026-07-01'));
      expect(validityOn(anew.document, '2026-12-01')).toBe('declared_lapsed');
    });

    it('does not take back a later lapse on its own day', () => {
      const same = { ...command, reverses: 3, effectiveOn: '2026-06-20' };
      const back = applied(lapsed, when(lapsed, 'reinstate', same, '2026-06-22'));
      const declared = { cause: 'declared', effectiveOn: '2026-06-20' } as const;
      const again = applied(back, when(back, 'expire', declared, '2026-06-22'));
      expect(validityOn(again.document, '2026-06-23')).toBe('declared_lapsed');
    });
  });

  it('is refused while another event keeps it ended', () => {
    const lifecycle: LifecycleEntry[] = [
      { change: 'repealed', effectiveOn: '2026-05-20', version: 2, decision },
      { change: 'declared_lapsed', effectiveOn: '2026-06-01', version: 3 },
    ];
    expect(when(givenDocument({ lifecycle }), 'reinstate', command)).toMatchObject({
      validity: 'declared_lapsed',
      issues: [{ pointer: '/reverses', rule: 'inForce' }],
    });
  });

  it('is refused before its issue and for a withdrawn document', () => {
    const early = { ...command, effectiveOn: '2025-01-01' };
    expect(when(ended('repealed'), 'reinstate', early)).toMatchObject({ code: 'DATE_INVALID' });
    const withdrawn = givenDocument({ publication: { state: 'withdrawn' } });
    expect(when(withdrawn, 'reinstate', command)).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });
});
