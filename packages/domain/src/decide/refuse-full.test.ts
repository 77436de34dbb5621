import type { LifecycleEntry, Relation } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import { context, documentId, given } from './given.ts';

const relations = (count: number): Relation[] =>
  Array.from({ length: count }, (_, index) => ({ type: 'based_on', target: { title: `上位法${index}` } }));
const supersede = { expectedVersion: 1, by: { title: '新办法' }, effectiveOn: '2026-06-01' };

describe('a document that is full', () => {
  it('takes no relation more', () => {
    const answer = (count: number) =>
      decide(
        given({ relations: relations(count) }),
        { name: 'supersede', documentId, body: supersede },
        context,
      );
    expect(answer(4_999).outcome).toBe('accepted');
    expect(answer(5_000)).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      issues: [{ pointer: '/relations', rule: 'maxItems' }],
    });
  });

  it('takes no change of its life more', () => {
    const entries = Array.from({ length: 1_000 }, (_, version): LifecycleEntry => ({
      change: 'amended',
      effectiveOn: '2025-05-01',
      version,
    }));
    const head = given();
    const full = { ...head, document: { ...head.document, lifecycle: entries } };
    const body = { expectedVersion: 1, effectiveOn: '2026-06-01', decision: { title: '废止的决定' } };
    expect(decide(full, { name: 'repeal', documentId, body }, context)).toMatchObject({
      issues: [{ pointer: '/lifecycle' }],
    });
  });
});
