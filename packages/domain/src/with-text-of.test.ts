import type { Document } from '@gongwen/schemas';
import { expect, it } from 'vitest';
import { withTextOf } from './with-text-of.ts';

const earlier: Document = {
  documentId: 'll-hrss:1',
  department: 'll-hrss',
  publication: { state: 'published' },
  textVersion: 1,
  lifecycle: [],
  docClass: 'normative_document',
  title: '就业补贴办法',
  disclosure: 'active',
  effectiveUntil: '2027-12-31',
  captionNote: '2026年1月10日印发',
  body: { text: '第一条 旧。' },
};
const today: Document = {
  ...earlier,
  textVersion: 2,
  title: '就业见习补贴办法',
  effectiveUntil: '2030-12-31',
  body: { text: '第一条 新。' },
  abstract: '新办法',
  relations: [{ type: 'related', target: { title: '公告' } }],
};

it('takes the words of the earlier version and the facts of today', () => {
  const { captionNote, title, body } = earlier;
  const { abstract: _, ...facts } = today;
  expect(withTextOf(today, earlier)).toEqual({ ...facts, title, captionNote, body, textVersion: 1 });
});

it('takes nothing that either of them has not', () => {
  expect(withTextOf(today, today)).toEqual(today);
  expect(Object.keys(withTextOf(earlier, earlier)).toSorted()).toEqual(Object.keys(earlier).toSorted());
});
