import type { Document, LifecycleEntry } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { contradictionsOf } from './check-lives.ts';
import type { Step } from './life-of.ts';

const days = ['2019-12-31', '2020-01-01', '2020-01-02', '2020-01-03', '2020-01-04'];

function document(lifecycle: LifecycleEntry[], more: Partial<Document> = {}): Document {
  return {
    documentId: 'll-gov:1',
    department: 'll-gov',
    title: '临澜市供水管理办法',
    docClass: 'government_rule',
    disclosure: 'active',
    publication: { state: 'published' },
    textVersion: 1,
    effectiveFrom: '2020-01-01',
    lifecycle,
    ...more,
  };
}

function judged(steps: Step[], snapshot = document(steps.map(entryOf))) {
  return [...contradictionsOf({ document: snapshot, steps }, days)].map(
    ({ day, detail }) => `${day} ${detail}`,
  );
}

function entryOf({ version, change, day, reverses }: Step): LifecycleEntry {
  return { version, change, effectiveOn: day, ...(reverses !== undefined && { reverses }) };
}

const repealed: Step = { version: 2, change: 'repealed', day: '2020-01-03' };

describe('checkLives', () => {
  it.each<[string, Step[]]>([
    ['nothing happened', []],
    ['it was repealed', [repealed]],
    [
      'it was amended, then repealed',
      [
        { version: 2, change: 'amended', day: '2020-01-02' },
        { ...repealed, version: 3 },
      ],
    ],
    ['it was repealed twice', [repealed, { version: 3, change: 'superseded', day: '2020-01-04' }]],
    [
      'its repeal was taken back',
      [repealed, { version: 3, change: 'reinstated', day: '2020-01-04', reverses: 2 }],
    ],
    ['a condition lapsed it', [{ version: 2, change: 'end_scheduled', day: '2020-01-02' }]],
    ...[2, 3].map((reverses): [string, Step[]] => [
      `the lapse by a condition was taken back by its version ${reverses}`,
      [
        { version: 2, change: 'end_scheduled', day: '2020-01-02' },
        { version: 3, change: 'declared_lapsed', day: '2020-01-02' },
        { version: 4, change: 'reinstated', day: '2020-01-02', reverses },
      ],
    ]),
  ])('finds nothing when %s', (_case, steps) => {
    expect(judged(steps)).toEqual([]);
  });

  it('finds an end that the snapshot has forgotten', () => {
    expect(judged([repealed], document([]))).toEqual([
      '2020-01-03 the snapshot has forgotten v2 repealed 2020-01-03',
      '2020-01-03 v2 repealed, but it is in_force',
    ]);
  });

  it('finds a change that no event has made', () => {
    const invented = document([entryOf(repealed)]);
    expect(judged([], invented)).toEqual([
      '2020-01-03 no event did v2 repealed 2020-01-03',
      '2020-01-03 in_force became repealed without a cause',
    ]);
  });

  it('finds an end that comes a day late', () => {
    const late = document([{ ...entryOf(repealed), effectiveOn: '2020-01-04' }]);
    expect(judged([repealed], late)).toContain('2020-01-03 v2 repealed, but it is in_force');
  });

  it('finds what came back without a reinstatement', () => {
    const back = document([
      entryOf(repealed),
      { version: 3, change: 'reinstated', effectiveOn: '2020-01-04', reverses: 2 },
    ]);
    expect(judged([repealed], back)).toContain('2020-01-04 repealed became in_force without a reinstatement');
  });

  it('finds a text that holds an amendment of a later day', () => {
    const early = document([{ version: 2, change: 'amended', effectiveOn: '2020-01-02' }]);
    const step: Step = { version: 2, change: 'amended', day: '2020-01-04' };
    expect(judged([step], early)).toContain('2020-01-02 the text of v2 holds v2, which is of 2020-01-04');
  });
});
