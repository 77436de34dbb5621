import { isDocumentEvent, violations } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import type { Command, Decision } from './decision.ts';
import { content, context, decision, documentId, eventOf, given, applied, when } from './given.ts';

const changing: Command[] = [
  {
    name: 'amend',
    documentId,
    body: { changes: {}, kind: 'amendment', effectiveOn: '2026-07-01', note: '改' },
  },
  { name: 'correct', documentId, body: { changes: {}, note: '误', gazetteCorrected: false } },
  { name: 'repeal', documentId, body: { decision, effectiveOn: '2026-07-01' } },
  { name: 'expire', documentId, body: { cause: 'term', effectiveOn: '2028-04-01' } },
  {
    name: 'supersede',
    documentId,
    body: { by: { documentId: 'll-hrss:2026-00041' }, effectiveOn: '2027-01-01' },
  },
  {
    name: 'partiallyEnd',
    documentId,
    body: { decision, articles: ['第七条'], effectiveOn: '2026-07-01' },
  },
  {
    name: 'scheduleEnd',
    documentId,
    body: { action: 'schedule', dueOn: '2027-01-01', condition: '未修订的，失效', decision },
  },
  { name: 'renew', documentId, body: { effectiveOn: '2028-04-01', effectiveUntil: '2031-03-31' } },
  {
    name: 'reinstate',
    documentId,
    body: { reverses: 2, basis: 'court', authority: '中级人民法院', effectiveOn: '2026-08-01' },
  },
  {
    name: 'withdraw',
    documentId,
    body: { reasonCode: 'privacy', publicReason: '含个人信息', authorizer: '信息公开科' },
  },
  { name: 'restore', documentId, body: { reason: '已更正', authorizer: '信息公开科' } },
];

describe.each(changing)('$name', (command) => {
  const expecting = (expectedVersion: number) =>
    ({ ...command, body: { ...command.body, expectedVersion } }) as Command;

  it('is refused for a document that does not exist', () => {
    expect(decide(undefined, expecting(1), context)).toEqual({
      outcome: 'rejected',
      code: 'DOCUMENT_NOT_FOUND',
    });
  });

  it('is refused without an expected version', () => {
    expect(decide(given(), command, context)).toEqual({
      outcome: 'rejected',
      code: 'PRECONDITION_REQUIRED',
      currentVersion: 1,
    });
  });

  it.each([2, 99])('is refused when it expects version %i of a document at 1', (expectedVersion) => {
    const head = given();
    expect(decide(head, expecting(expectedVersion), context)).toEqual({
      outcome: 'rejected',
      code: 'VERSION_CONFLICT',
      currentVersion: 1,
      expectedVersion,
      currentEventId: head.eventId,
    });
  });

  it('does not touch the head that it is given', () => {
    const head = headFor(command);
    const before = structuredClone(head);
    decide(head, expecting(head.version), context);
    expect(head).toEqual(before);
  });

  it('leads to an event that fits its schema', () => {
    const head = headFor(command);
    expectEvent(head, decide(head, expecting(head.version), context));
  });
});

describe('publish', () => {
  it('leads to an event that fits its schema', () => {
    const command: Command = { name: 'publish', documentId, body: { documentId, document: content } };
    expectEvent(undefined, decide(undefined, command, context));
  });

  it('leads to one also when the number grows beyond its field by normalising', () => {
    const document = {
      ...content,
      documentNumber: { raw: 'ﷺ'.repeat(900) },
      provenance: { sources: [], gaps: [] },
    };
    expectEvent(
      undefined,
      decide(undefined, { name: 'publish', documentId, body: { documentId, document } }, context),
    );
  });
});

/** One that the command is accepted for. */
function headFor({ name }: Command) {
  if (name === 'restore') return withdrawn();
  return name === 'reinstate' ? repealed() : given();
}

function repealed() {
  const head = given();
  return applied(head, when(head, 'repeal', { decision, effectiveOn: '2026-07-01' }));
}

function withdrawn() {
  const head = given();
  const body = { reasonCode: 'privacy', publicReason: '含个人信息', authorizer: '信息公开科' } as const;
  return applied(head, when(head, 'withdraw', body));
}

function expectEvent(head: Parameters<typeof eventOf>[0], outcome: Decision) {
  if (outcome.outcome === 'rejected') throw new Error(JSON.stringify(outcome));
  expect(violations(isDocumentEvent, eventOf(head, outcome.change))).toBeUndefined();
}
