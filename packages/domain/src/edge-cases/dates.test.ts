import { describe, expect, it } from 'vitest';
import { decide } from '../decide/decide.ts';
import { content, context, documentId, given } from '../decide/given.ts';
import { disclosureDeadline } from '../disclosure-clock.ts';
import { dueOn } from '../due-dates.ts';
import { lastDayOfTerm } from '../last-day-of-term.ts';
import { addDays } from '../local-date.ts';
import { nextDueDay } from '../next-due-day.ts';
import { validityOn } from '../validity-on.ts';
import { isWorkingDay } from '../working-days.ts';

describe('term ends on 29 Feb', () => {
  const { document } = given({ effectiveFrom: '2023-03-01', effectiveUntil: '2028-02-29' });

  it('is five years that began on 1 March', () => {
    expect(lastDayOfTerm('2023-03-01', 5)).toBe('2028-02-29');
  });

  it('has the whole of that day, and lapses on 1 March', () => {
    expect(validityOn(document, '2028-02-29')).toBe('in_force');
    expect(validityOn(document, '2028-03-01')).toBe('expired');
    expect(nextDueDay(document)).toBe('2028-03-01');
  });

  it('ends on 28 February in a year that has no 29th', () => {
    expect(lastDayOfTerm('2024-02-29', 5)).toBe('2029-02-28');
  });
});

describe('term ends on a holiday', () => {
  const nationalDay = '2026-10-01';
  const { document } = given({ effectiveUntil: nationalDay });

  it('is not put off: a lapse counts calendar days, 民法典 art. 203 is about acts that must be done', () => {
    expect(isWorkingDay(nationalDay)).toBe(false);
    expect(isWorkingDay('2026-10-02')).toBe(false);
    expect(validityOn(document, nationalDay)).toBe('in_force');
    expect(validityOn(document, '2026-10-02')).toBe('expired');
  });

  it('while the disclosure clock stands still over the same days', () => {
    const [eve, firstDayBack] = ['2026-09-30', '2026-10-08'];
    expect(disclosureDeadline(eve)).toBe(disclosureDeadline(addDays(firstDayBack, -1)));
    expect(disclosureDeadline(eve)).toBe('2026-11-03');
  });

  it('is told apart in one list of what is due', () => {
    const { publishedOn: _, ...unpublished } = { ...document, formedOn: '2026-09-01' };
    expect(dueOn(unpublished, '2026-09-01', '2026-10-31')).toEqual([
      { on: '2026-09-29', kind: 'disclosure_deadline' },
      { on: '2026-10-02', kind: 'term_ends' },
    ]);
  });
});

describe('发布 earlier than 成文', () => {
  const dates = { issuedOn: '2025-03-13', publishedOn: '2025-03-12' };
  const publish = (changes: object) => {
    const body = { documentId, document: { ...content, ...dates, ...changes } };
    return decide(undefined, { name: 'publish', documentId, body }, context);
  };

  it('is refused of a department: nothing is made public before it exists', () => {
    expect(publish({})).toMatchObject({
      code: 'DATE_INVALID',
      issues: [{ pointer: '/document/publishedOn', rule: 'dateOrder' }],
    });
    expect(publish({ publishedOn: dates.issuedOn }).outcome).toBe('accepted');
  });

  it('is kept of an import, as its source has it', () => {
    const imported = publish({ provenance: { sources: [], gaps: [] } });
    expect(imported).toMatchObject({ outcome: 'accepted', change: { document: dates } });
  });
});
