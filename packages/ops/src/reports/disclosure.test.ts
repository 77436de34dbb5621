import type { Document } from '@gongwen/schemas';
import { expect, it } from 'vitest';
import { disclosure } from './disclosure.ts';
import { inputOf, sampleHead, withdrawn } from './sample-head.ts';

const unpublished = (localId: string, changes: Partial<Document>) => {
  const head = sampleHead(localId, changes);
  delete head.document.publishedOn;
  return head;
};

it('lists what is overdue on the day, then what came late, each by deadline', () => {
  const report = disclosure(
    inputOf(
      sampleHead('late', { formedOn: '2025-11-03', publishedOn: '2025-12-02' }),
      sampleHead('in time', { formedOn: '2025-11-03', publishedOn: '2025-12-01' }),
      unpublished('overdue', { formedOn: '2026-05-06' }),
      unpublished('long overdue', { formedOn: '2026-03-02' }),
      unpublished('due', { formedOn: '2026-06-10' }),
    ),
  );
  expect(report.rows.map(({ state, documentId, deadline }) => [state, documentId, deadline])).toEqual([
    ['overdue', 'll-hrss:long overdue', '2026-03-30'],
    ['overdue', 'll-hrss:overdue', '2026-06-02'],
    ['late', 'll-hrss:late', '2025-12-01'],
  ]);
  expect(report.rows.at(-1)).toMatchObject({ workingDays: 21, stateName: '逾期公开' });
  expect(report.counts).toEqual({ late: 1, in_time: 1, overdue: 2, due: 1 });
});

it('tells what it cannot count instead of leaving it out', () => {
  const report = disclosure(
    inputOf(sampleHead('1'), sampleHead('2', { formedOn: '1998-03-02', publishedOn: '1998-03-09' })),
  );
  expect(report).toMatchObject({ rows: [], counts: { formation_unknown: 1, uncountable: 1 } });
});

it('keeps no clock for what is disclosed on request or withdrawn', () => {
  const report = disclosure(
    inputOf(
      unpublished('1', { formedOn: '2026-03-02', disclosure: 'on_request' }),
      unpublished('2', { formedOn: '2026-03-02', publication: withdrawn }),
    ),
  );
  expect(report).toMatchObject({ rows: [], counts: {} });
});
