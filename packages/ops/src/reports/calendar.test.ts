import type { Document } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { calendar } from './calendar.ts';
import { inputOf, sampleHead, withdrawn } from './sample-head.ts';

const due = (changes: Partial<Document>, days = 30) =>
  calendar(inputOf(sampleHead('1', changes)), days).rows.map(({ on, kind }) => `${on} ${kind}`);
const entry = (change: 'repealed' | 'end_scheduled' | 'end_cancelled', effectiveOn: string, version = 2) => ({
  change,
  effectiveOn,
  version,
});

describe('within 30 days of 2026-06-15', () => {
  it.each([
    ['a term ends the day after its last', { effectiveUntil: '2026-06-30' }, ['2026-07-01 term_ends']],
    ['a term that ended yesterday is told today', { effectiveUntil: '2026-06-14' }, ['2026-06-15 term_ends']],
    ['the last day counts', { effectiveUntil: '2026-07-14' }, ['2026-07-15 term_ends']],
    ['the day after does not', { effectiveUntil: '2026-07-15' }, []],
    [
      'a review is due half a year before the end',
      { effectiveUntil: '2027-01-10' },
      ['2026-07-10 review_due'],
    ],
    [
      'a term shorter than that has it due on its first day',
      { effectiveUntil: '2026-12-31', effectiveFrom: '2026-07-01' },
      ['2026-07-01 enters_into_force', '2026-07-01 review_due'],
    ],
    [
      'a condition lapses the document on its day',
      { lifecycle: [entry('end_scheduled', '2026-07-01')] },
      ['2026-07-01 scheduled_end'],
    ],
    [
      'a condition that was cancelled is not',
      { lifecycle: [entry('end_scheduled', '2026-07-01'), entry('end_cancelled', '2026-06-20', 3)] },
      [],
    ],
    [
      'what was repealed has no term',
      { effectiveUntil: '2026-06-30', lifecycle: [entry('repealed', '2026-01-01')] },
      [],
    ],
    ['withdrawn documents have none', { effectiveUntil: '2026-06-30', publication: withdrawn }, []],
  ] satisfies [string, Partial<Document>, string[]][])('%s', (_case, changes, expected) => {
    expect(due(changes)).toEqual(expected);
  });
});

it('orders by day and counts by kind', () => {
  const report = calendar(
    inputOf(
      sampleHead('1', { effectiveUntil: '2026-07-10' }),
      sampleHead('2', { effectiveFrom: '2026-07-01' }),
    ),
    30,
  );
  expect(report.rows.map(({ documentId }) => documentId)).toEqual(['ll-hrss:2', 'll-hrss:1']);
  expect(report.counts).toEqual({ enters_into_force: 1, term_ends: 1 });
});
