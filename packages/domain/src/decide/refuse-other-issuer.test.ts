import type { DocumentContent } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import type { DocumentHead } from '../evolve.ts';
import { decide } from './decide.ts';
import type { Command } from './decision.ts';
import { applied, content, context, documentId, given, when } from './given.ts';

const government = { name: '临澜市人民政府' };
const own = { name: '临澜市人力资源和社会保障局' };
const forNobodyElse: readonly string[] = [];

/** `accepted`, or the code and the place. */
function said(command: Command, issuers: readonly string[] | undefined, head?: DocumentHead): unknown {
  const department = { ...context.department, ...(issuers && { issuers }) };
  const outcome = decide(head, command, { ...context, department });
  return outcome.outcome === 'accepted' ? 'accepted' : [outcome.code, outcome.issues?.[0]?.pointer];
}

function publish(document: Partial<DocumentContent>, issuers?: readonly string[]) {
  const body = { documentId, document: { ...content, ...document } };
  return said({ name: 'publish', documentId, body }, issuers);
}

describe('the lead issuer', () => {
  it.each<[string, Partial<DocumentContent>, readonly string[] | undefined]>([
    ['the department itself', {}, forNobodyElse],
    ['a body that the operator named', { issuers: [government] }, [government.name]],
    ['anybody, where the operator named none', { issuers: [government] }, undefined],
    ['whom an import says', { issuers: [government], provenance: { sources: [], gaps: [] } }, forNobodyElse],
    ['the department, with another body behind it', { issuers: [own, government] }, forNobodyElse],
  ])('can be %s', (_who, document, issuers) => {
    expect(publish(document, issuers)).toBe('accepted');
  });

  it('cannot be another body', () => {
    const refusal = ['FORBIDDEN_NAMESPACE', '/document/issuers/0'];
    expect(publish({ issuers: [government] }, forNobodyElse)).toEqual(refusal);
    expect(publish({ issuers: [government, own] }, ['临澜市民政局'])).toEqual(refusal);
  });

  it('cannot become another body, and stays who it was', () => {
    const correct = (head: DocumentHead, changes: Partial<DocumentContent>) => {
      const body = { expectedVersion: head.version, note: '误', gazetteCorrected: false, changes };
      return said({ name: 'correct', documentId, body }, forNobodyElse, head);
    };
    expect(correct(given(), { issuers: [government] })).toEqual([
      'FORBIDDEN_NAMESPACE',
      '/changes/issuers/0',
    ]);
    expect(correct(given({ issuers: [government] }), { issuers: [government, own] })).toBe('accepted');
  });

  it('is no matter of a restoration that brings back what was there', () => {
    const before = given({ issuers: [government] });
    const why = { reasonCode: 'erroneous', publicReason: '内容有误', authorizer: '信息公开科' } as const;
    const head = applied(before, when(before, 'withdraw', why));
    const body = { expectedVersion: 2, reason: '无误', authorizer: '信息公开科' };
    expect(said({ name: 'restore', documentId, body }, forNobodyElse, head)).toBe('accepted');
  });
});
