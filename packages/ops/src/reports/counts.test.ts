import { expect, it } from 'vitest';
import { counts } from './counts.ts';
import { inputOf, sampleHead, withdrawn } from './sample-head.ts';

const ended = [{ change: 'repealed' as const, effectiveOn: '2026-01-01', version: 2 }];
const input = inputOf(
  sampleHead('1', { lifecycle: ended }),
  sampleHead('2'),
  sampleHead('3'),
  sampleHead('4', { docClass: 'government_rule', issuedOn: '2024-05-01' }),
  sampleHead('5', { publication: withdrawn }),
);

it('counts published documents by class and validity on the day, in the order of the code lists', () => {
  const report = counts(input, ['docClass', 'validity']);
  expect(report.rows).toEqual([
    { docClass: '政府规章', validity: '现行有效', count: 1 },
    { docClass: '行政规范性文件', validity: '现行有效', count: 2 },
    { docClass: '行政规范性文件', validity: '已废止', count: 1 },
  ]);
  expect(report.counts).toEqual({ published: 4, withdrawn: 1 });
});

it('counts as the validity was on an earlier day', () => {
  expect(counts({ ...input, today: '2025-12-31' }, ['validity']).rows).toEqual([
    { validity: '现行有效', count: 4 },
  ]);
});

it('takes the year of publication where the day of issue is unknown, and puts what has neither last', () => {
  const [published, neither] = [sampleHead('6', { publishedOn: '2023-01-05' }), sampleHead('7')];
  for (const { document } of [published, neither]) delete document.issuedOn;
  delete neither.document.publishedOn;
  expect(counts(inputOf(neither, published), ['year']).rows).toEqual([
    { year: '2023', count: 1 },
    { year: '未标注', count: 1 },
  ]);
});

it('counts a joint issue under its lead', () => {
  const joint = sampleHead('7', { issuers: [{ name: '临澜市教育局' }, { name: '临澜市财政局' }] });
  expect(counts(inputOf(joint), ['issuer']).rows).toEqual([{ issuer: '临澜市教育局', count: 1 }]);
});
