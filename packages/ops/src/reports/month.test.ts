import { expect, it } from 'vitest';
import { month } from './month.ts';
import { inputOf, sampleHead, withdrawn } from './sample-head.ts';

const of = (...heads: ReturnType<typeof sampleHead>[]) =>
  month(inputOf(...heads), '2026-11').rows.map(({ group, documentId }) => [group, documentId]);

it('lists what was published in the month, then what enters into force in it, each in order of day', () => {
  const rows = of(
    sampleHead('1', { publishedOn: '2026-11-20', effectiveFrom: '2027-01-01' }),
    sampleHead('2', { publishedOn: '2026-11-03', effectiveFrom: '2026-11-30' }),
    sampleHead('3', { publishedOn: '2026-10-31', effectiveFrom: '2026-11-01' }),
    sampleHead('4', { publishedOn: '2026-12-01', effectiveFrom: '2026-12-01' }),
  );
  expect(rows).toEqual([
    ['本月发布', 'll-hrss:2'],
    ['本月发布', 'll-hrss:1'],
    ['本月施行', 'll-hrss:3'],
    ['本月施行', 'll-hrss:2'],
  ]);
});

it('leaves out what is no policy, what was withdrawn, and what was repealed before its first day', () => {
  const repealed = [{ change: 'repealed' as const, effectiveOn: '2026-10-15', version: 2 }];
  const rows = of(
    sampleHead('1', { docClass: 'interpretation', publishedOn: '2026-11-02' }),
    sampleHead('2', { publication: withdrawn, publishedOn: '2026-11-02' }),
    sampleHead('3', { lifecycle: repealed, effectiveFrom: '2026-11-02' }),
  );
  expect(rows).toEqual([]);
});

it('counts decisions on other documents as news', () => {
  const decision = sampleHead('1', { docClass: 'lifecycle_decision', publishedOn: '2026-11-02' });
  expect(of(decision)).toEqual([['本月发布', 'll-hrss:1']]);
});
