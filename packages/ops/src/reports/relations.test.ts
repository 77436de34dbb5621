import type { Relation } from '@gongwen/schemas';
import { expect, it } from 'vitest';
import { relations } from './relations.ts';
import { inputOf, sampleHead, withdrawn } from './sample-head.ts';

const to = (type: Relation['type'], title: string): Relation => ({ type, target: { title } });

it('counts relations by kind, and how many of them mean one document here', () => {
  const old = { issuedOn: '2020-01-01', publishedOn: '2020-01-01' };
  const report = relations(
    inputOf(
      sampleHead('1', { title: '供水办法', ...old }),
      sampleHead('2', { title: '供热办法', ...old }),
      sampleHead('3', { title: '供热办法', ...old }),
      sampleHead('4', {
        relations: [to('repeals', '供水办法'), to('repeals', '供热办法'), to('repeals', '供气办法')],
      }),
      sampleHead('5', { relations: [to('based_on', '供水办法')] }),
      sampleHead('6', { relations: [to('based_on', '供水办法')], publication: withdrawn }),
    ),
  );
  expect(report.rows).toEqual([
    { type: 'repeals', relation: '废止', stated: 3, one: 1, several: 1, none: 1, share: '33%' },
    { type: 'based_on', relation: '依据', stated: 1, one: 1, several: 0, none: 0, share: '100%' },
  ]);
  expect(report.counts).toEqual({ stated: 4, one: 2, several: 1, none: 1, severalTexts: 0 });
});

it('counts the documents that are held in several texts', () => {
  const amended = sampleHead('1', {
    lifecycle: [{ change: 'amended', effectiveOn: '2026-01-01', version: 2 }],
  });
  expect(relations(inputOf({ ...amended, version: 2 }, sampleHead('2'))).counts).toMatchObject({
    severalTexts: 1,
  });
});
