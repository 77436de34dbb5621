import type { Document, LifecycleEntry, Validity } from '@gongwen/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './local-date.ts';
import { endingOn, isEnded, validityOn, validitySpans } from './validity-on.ts';

type Dated = Parameters<typeof validityOn>[0];

const rule = (changes: Partial<Document> = {}): Dated => ({
  docClass: 'normative_document',
  effectiveFrom: '2025-04-01',
  effectiveUntil: '2028-02-29',
  lifecycle: [],
  ...changes,
});
const without = (...fields: (keyof Dated)[]): Dated => {
  const document = rule();
  for (const field of fields) delete document[field];
  return document;
};
const entry = (
  change: LifecycleEntry['change'],
  effectiveOn: string,
  version = 2,
  reverses?: number,
): LifecycleEntry => ({ change, effectiveOn, version, ...(reverses !== undefined && { reverses }) });
const after = (...lifecycle: LifecycleEntry[]) => rule({ lifecycle });
const imported = (state?: 'in_force' | 'ended', gaps: ('validity' | 'body')[] = []) => ({
  provenance: { sources: [], gaps, ...(state && { statedValidity: { state } }) },
});

const repealed = entry('repealed', '2026-01-01');
const reinstated = entry('reinstated', '2026-07-01', 3, 2);
const partial = entry('partially_ended', '2026-01-01');
const scheduled = entry('end_scheduled', '2027-01-01');

// prettier-ignore
const table: [string, Dated, string, Validity][] = [
  ['in force on its first day', rule(), '2025-04-01', 'in_force'],
  ['not in force the day before', rule(), '2025-03-31', 'not_yet_effective'],
  ['in force on the last day of its term, a 29 February', rule(), '2028-02-29', 'in_force'],
  ['expired the day after', rule(), '2028-03-01', 'expired'],
  ['in force on 28 February of a year without the 29th', rule({ effectiveUntil: '2027-02-28' }), '2027-02-28', 'in_force'],
  ['expired on 1 March of that year', rule({ effectiveUntil: '2027-02-28' }), '2027-03-01', 'expired'],
  ['in force without end when it has no term', without('effectiveUntil'), '2199-12-31', 'in_force'],
  ['in force from its publication when no day is set', { ...without('effectiveFrom'), publishedOn: '2025-05-01' }, '2025-05-01', 'in_force'],
  ['not in force before its publication then', { ...without('effectiveFrom'), publishedOn: '2025-05-01' }, '2025-04-30', 'not_yet_effective'],
  ['in force until a repeal in the future', after(repealed), '2025-12-31', 'in_force'],
  ['repealed from its day on', after(repealed), '2026-01-01', 'repealed'],
  ['repealed after the end of the term too', after(repealed), '2029-01-01', 'repealed'],
  ['repealed before it takes effect', after(entry('repealed', '2025-01-01')), '2025-02-01', 'repealed'],
  ['still repealed on the day it would have taken effect', after(entry('repealed', '2025-01-01')), '2025-04-01', 'repealed'],
  ['superseded', after(entry('superseded', '2026-01-01')), '2026-01-01', 'superseded'],
  ['declared lapsed', after(entry('declared_lapsed', '2026-01-01')), '2026-01-01', 'declared_lapsed'],
  ['expired by its event', after(entry('expired', '2028-03-01')), '2028-03-01', 'expired'],
  ['repealed until it is reinstated', after(repealed, reinstated), '2026-06-30', 'repealed'],
  ['in force again from the reinstatement on', after(repealed, reinstated), '2026-07-01', 'in_force'],
  ['expired by term after a reinstatement', after(repealed, reinstated), '2028-03-01', 'expired'],
  ['repealed again after a reinstatement', after(repealed, reinstated, entry('repealed', '2027-01-01', 4)), '2027-01-01', 'repealed'],
  ['repealed still when the reinstatement is of something else', after(repealed, entry('reinstated', '2026-07-01', 3, 9)), '2026-07-01', 'repealed'],
  ['repealed still when another entry claims to reverse it', after(repealed, entry('renewed', '2026-07-01', 3, 2)), '2026-07-01', 'repealed'],
  ['amended', after(entry('amended', '2026-01-01')), '2026-01-01', 'in_force_amended'],
  ['not amended yet', after(entry('amended', '2026-01-01')), '2025-12-31', 'in_force'],
  ['not yet effective although amended', after(entry('amended', '2025-01-01')), '2025-02-01', 'not_yet_effective'],
  ['amended from its first day', after(entry('amended', '2025-01-01')), '2025-04-01', 'in_force_amended'],
  ['amended and reinstated after a repeal', after(entry('amended', '2025-12-01', 1), repealed, reinstated), '2026-07-01', 'in_force_amended'],
  ['repealed although amended later', after(repealed, entry('amended', '2026-02-01', 3)), '2026-03-01', 'repealed'],
  ['partially ended', after(partial), '2026-01-01', 'partially_ended'],
  ['partially ended although amended later', after(partial, entry('amended', '2026-02-01', 3)), '2026-02-01', 'partially_ended'],
  ['partially ended, then repealed', after(partial, entry('repealed', '2026-03-01', 3)), '2026-03-01', 'repealed'],
  ['not yet effective although partially ended', after(entry('partially_ended', '2025-01-01')), '2025-02-01', 'not_yet_effective'],
  ['whole again when the partial end is reversed', after(partial, reinstated), '2026-07-01', 'in_force'],
  ['in force before a condition is due', after(scheduled), '2026-12-31', 'in_force'],
  ['lapsed when the condition was not met', after(scheduled), '2027-01-01', 'declared_lapsed'],
  ['in force when it was cancelled in time', after(scheduled, entry('end_cancelled', '2026-11-30', 3)), '2027-01-01', 'in_force'],
  ['in force when it was cancelled on the day itself', after(scheduled, entry('end_cancelled', '2027-01-01', 3)), '2027-01-01', 'in_force'],
  ['lapsed when it was cancelled too late', after(scheduled, entry('end_cancelled', '2027-01-02', 3)), '2027-01-02', 'declared_lapsed'],
  ['lapsed by a second condition after the first was cancelled', after(scheduled, entry('end_cancelled', '2026-11-30', 3), entry('end_scheduled', '2027-06-01', 4)), '2027-06-01', 'declared_lapsed'],
  ['in force when it was renewed on the last day', rule({ effectiveUntil: '2031-02-28', lifecycle: [entry('renewed', '2028-02-29')] }), '2028-03-01', 'in_force'],
  ['not applicable to a decision', rule({ docClass: 'lifecycle_decision' }), '2026-01-01', 'not_applicable'],
  ['not applicable to an interpretation, whatever happened', { ...after(repealed), docClass: 'interpretation' }, '2026-01-01', 'not_applicable'],
  ['unknown for an import without dates', { docClass: 'government_rule', lifecycle: [], ...imported() }, '2026-01-01', 'unknown'],
  ['unknown for an import whose source leaves it out', rule(imported(undefined, ['validity'])), '2026-01-01', 'unknown'],
  ['expired for such an import after its term', rule(imported(undefined, ['validity'])), '2028-03-01', 'expired'],
  ['in force for an import whose source says so', { docClass: 'government_rule', lifecycle: [], ...imported('in_force') }, '2026-01-01', 'in_force'],
  ['in force for an import that lacks only its text', rule(imported(undefined, ['body'])), '2026-01-01', 'in_force'],
  ['lapsed for an import whose source says ended', rule(imported('ended')), '2026-01-01', 'declared_lapsed'],
  ['lapsed for it still after a cancelled condition', rule({ ...imported('ended'), lifecycle: [scheduled, entry('end_cancelled', '2026-11-30', 3)] }), '2027-02-01', 'declared_lapsed'],
  ['repealed for it when an event tells more', rule({ ...imported('ended'), lifecycle: [repealed] }), '2026-01-01', 'repealed'],
  ['in force for it until a change of later years', rule({ ...imported('ended'), history: [{ on: '2027-01-01', event: 'amended' }] }), '2026-12-31', 'in_force'],
  ['lapsed for it from that change on', rule({ ...imported('ended'), history: [{ on: '2027-01-01', event: 'amended' }] }), '2027-01-01', 'declared_lapsed'],
  ['in force for an import that says nothing, until a change of later years', rule({ ...imported(undefined, ['validity']), history: [{ on: '2026-01-01', event: 'revised' }, { on: '2027-01-01', event: 'amended' }] }), '2025-12-31', 'in_force'],
  ['amended between its changes', rule({ ...imported(undefined, ['validity']), history: [{ on: '2026-01-01', event: 'revised' }, { on: '2027-01-01', event: 'amended' }] }), '2026-01-01', 'in_force_amended'],
  ['unknown after the last of them', rule({ ...imported(undefined, ['validity']), history: [{ on: '2026-01-01', event: 'revised' }, { on: '2027-01-01', event: 'amended' }] }), '2027-01-01', 'unknown'],
  ['in force for an import from its 成文日期, not from the day its page was put up', { ...without('effectiveFrom'), ...imported('in_force'), issuedOn: '2025-01-10', publishedOn: '2026-05-01' }, '2025-01-10', 'in_force'],
  ['in force for it after a reinstatement', rule({ ...imported('ended'), lifecycle: [entry('reinstated', '2026-07-01', 2, 1)] }), '2026-07-01', 'in_force'],
];

describe('validityOn', () => {
  it.each(table)('is %s', (_name, document, date, expected) => {
    expect(validityOn(document, date)).toBe(expected);
  });

  it('does not depend on the order of the entries', () => {
    expect(validityOn(after(reinstated, repealed), '2026-07-01')).toBe('in_force');
  });
});

describe('endingOn', () => {
  it('names the entry that ended it, on and after its day, until a reinstatement', () => {
    const document = after(entry('amended', '2025-12-01', 1), repealed, reinstated);
    expect(endingOn(document, '2025-12-31')).toBeUndefined();
    expect(endingOn(document, '2026-01-01')).toBe(repealed);
    expect(endingOn(document, '2026-07-01')).toBeUndefined();
  });
});

describe('validitySpans', () => {
  it('tells the whole life', () => {
    expect(validitySpans(after(repealed, reinstated))).toEqual([
      { validity: 'not_yet_effective', until: '2025-04-01' },
      { validity: 'in_force', from: '2025-04-01', until: '2026-01-01' },
      { validity: 'repealed', from: '2026-01-01', until: '2026-07-01' },
      { validity: 'in_force', from: '2026-07-01', until: '2028-03-01' },
      { validity: 'expired', from: '2028-03-01' },
    ]);
  });

  it('is one open span where validity does not apply', () => {
    expect(validitySpans(rule({ docClass: 'gazette_issue' }))).toEqual([{ validity: 'not_applicable' }]);
  });

  it('agrees with validityOn on every day, without gaps, and leaves no end without a reinstatement', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const spans = validitySpans(document);
        expectSeamless(spans);
        for (let day = -3; day < 45; day++) {
          const date = dayOf(day);
          const holding = spans.filter(
            ({ from, until }) =>
              (from === undefined || from <= date) && (until === undefined || date < until),
          );
          expect(holding.map(({ validity }) => validity)).toEqual([validityOn(document, date)]);
          const isBack =
            isEnded(validityOn(document, dayOf(day - 1))) && !isEnded(validityOn(document, date));
          if (isBack)
            expect(document.lifecycle).toContainEqual(
              expect.objectContaining({ change: 'reinstated', effectiveOn: date }),
            );
        }
      }),
      { numRuns: 1500, seed: 7 },
    );
  });
});

function expectSeamless(spans: ReturnType<typeof validitySpans>) {
  expect(spans[0]?.from).toBeUndefined();
  expect(spans.at(-1)?.until).toBeUndefined();
  for (const [index, span] of spans.entries()) {
    const next = spans[index + 1];
    if (!next) continue;
    expect(span.until).toBe(next.from);
    expect(next.from).toBeDefined();
    expect(span.validity).not.toBe(next.validity);
  }
}

/** Days around a 29 February. */
function dayOf(day: number): string {
  return addDays('2028-02-10', day);
}

const days = fc.integer({ min: 0, max: 40 }).map(dayOf);
const changes = fc.constantFrom(
  ...([
    'amended',
    'repealed',
    'expired',
    'declared_lapsed',
    'superseded',
    'partially_ended',
    'end_scheduled',
    'end_cancelled',
    'renewed',
    'reinstated',
  ] as const),
);
const documents: fc.Arbitrary<Dated> = fc
  .record(
    {
      docClass: fc.constantFrom('normative_document' as const, 'local_regulation' as const),
      effectiveFrom: days,
      effectiveUntil: days,
      stated: fc.constantFrom('in_force' as const, 'ended' as const),
      entries: fc.array(fc.tuple(changes, days, fc.integer({ min: 2, max: 8 })), { maxLength: 7 }),
    },
    { requiredKeys: ['docClass', 'entries'] },
  )
  .map(({ entries, stated, ...dates }) => ({
    ...dates,
    ...(stated && imported(stated)),
    lifecycle: entries.map(([change, effectiveOn, reverses], index) =>
      entry(change, effectiveOn, index + 2, reverses),
    ),
  }));
