import { expect, it } from 'vitest';
import type { Trace } from '../operations/trace.ts';
import { traceHtml } from './trace-html.ts';

const trace: Trace = {
  documentId: 'll-gov:1',
  title: '供水办法<script>',
  number: '临政发〔2010〕3号',
  publication: 'published',
  on: '2024-06-01',
  validity: 'repealed',
  text: { version: 2, from: '2015-07-01' },
  periods: [
    { validity: 'in_force', from: '2010-03-01', until: '2024-01-01', because: ['start'] },
    {
      validity: 'repealed',
      from: '2024-01-01',
      because: [
        { change: 'repealed', version: 3, effectiveOn: '2024-01-01', decision: { title: '废止的决定' } },
      ],
    },
  ],
  history: [{ on: '2010-02-01', event: 'adopted' }],
  events: [
    {
      receiptId: 'r',
      documentId: 'll-gov:1',
      version: 3,
      type: 'cn.gongwen.document.repealed.v1',
      acceptedAt: '2024-01-01T00:00:00Z',
      replayed: false,
      position: '0/7',
      archived: true,
      stages: [{ stage: 'delivered', target: 'province', state: 'done', remoteId: 'P-1' }],
    },
  ],
  indexedVersion: 3,
};

it('answers on one page: in force or not, which text, by whose decision, where each stage stands', async () => {
  const page = (await traceHtml([trace])).replaceAll(/\s+/g, ' ');
  for (const part of [
    '2024-06-01：已废止',
    '文本 text v2',
    '《废止的决定》',
    'delivered province',
    'P-1',
    '2010-02-01',
  ])
    expect(page).toContain(part);
});

it('escapes what a document brings', async () => {
  expect(await traceHtml([trace])).not.toContain('<script>');
});
