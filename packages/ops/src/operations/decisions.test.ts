import { type DocumentHead, citationKeysOf } from '@gongwen/domain';
import type { Document } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { decisions } from './decisions.ts';

function head(documentId: string, more: Partial<Document>): DocumentHead {
  const document: Document = {
    documentId,
    department: 'll-gov',
    docClass: 'normative_document',
    title: documentId,
    disclosure: 'active',
    publication: { state: 'published' },
    textVersion: 1,
    lifecycle: [],
    issuers: [{ name: '临澜市人民政府' }],
    issuedOn: '2020-03-02',
    publishedOn: '2020-03-05',
    body: { text: '第一条 略。' },
    ...more,
  };
  return { documentId, version: 1, eventId: `event-${documentId}`, document } as DocumentHead; // no more is read
}

function viewOf(...heads: DocumentHead[]) {
  return {
    acting: () => heads.filter(({ document }) => document.relations),
    head: (id: string) => heads.find(({ documentId }) => documentId === id),
    admitted: () => undefined,
    citedAs: (key: string) =>
      heads.map(({ document }) => document).filter((document) => citationKeysOf(document).includes(key)),
  };
}

const repeals = (title: string) => ({ type: 'repeals' as const, target: { title } });
const ended: Document['lifecycle'] = [
  { change: 'repealed', effectiveOn: '2024-01-01', version: 1, decision: { title: '早先的决定' } },
];
const view = viewOf(
  head('ll-gov:q', {
    docClass: 'lifecycle_decision',
    title: '清理决定',
    issuedOn: '2026-01-05',
    relations: [repeals('供水办法'), repeals('节水办法'), repeals('排水办法'), repeals('要点')],
  }),
  head('ll-gov:1', { title: '供水办法' }),
  head('ll-gov:2', { title: '节水办法', lifecycle: ended }),
  head('ll-gov:3', { title: '要点' }),
  head('ll-gov:4', { title: '要点' }),
);
const now = new Date('2026-02-01T02:00:00Z');

describe('decisions', () => {
  it('tells what became of each target, a refusal with its code', () => {
    const [decision, another] = decisions(view, now, () => true);
    expect(another).toBeUndefined();
    expect(decision).toMatchObject({
      documentId: 'll-gov:q',
      counts: { pending: 1, 'refused ILLEGAL_TRANSITION': 1, unresolved: 1, ambiguous: 1 },
    });
    expect(decision?.items.at(-1)).toMatchObject({ candidates: ['ll-gov:3', 'll-gov:4'] });
  });

  it('does not call pending what its department may not decide', () => {
    const [decision] = decisions(view, now, () => false);
    expect(decision?.counts).toMatchObject({ 'refused FORBIDDEN_NAMESPACE': 2, unresolved: 1 });
  });

  it('finds nothing for what acts on no other document, or is not there', () => {
    expect(decisions(view, now, () => true, 'll-gov:q')).toHaveLength(1);
    expect(decisions(view, now, () => true, 'll-gov:1')).toEqual([]);
    expect(decisions(view, now, () => true, 'll-gov:9')).toEqual([]);
  });
});
