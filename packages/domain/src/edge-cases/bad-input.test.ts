import { describe, expect, it } from 'vitest';
import { decide } from '../decide/decide.ts';
import type { Decision } from '../decide/decision.ts';
import { applied, content, context, decision, documentId, given, when } from '../decide/given.ts';

const amendment = { changes: {}, kind: 'amendment', note: '改' } as const;
const today = context.today;
const ownNumber = { number: '临人社发〔2025〕第017号' };

const announced = applied(given(), when(given(), 'repeal', { decision, effectiveOn: '2027-01-01' }));
const repealed = applied(given(), when(given(), 'repeal', { decision, effectiveOn: today }));

function publish(changes: object): Decision {
  const body = { documentId, document: { ...content, ...changes } };
  return decide(undefined, { name: 'publish', documentId, body }, context);
}

/** Each way in which it may come, and how it is refused; a rejection has no event, so nothing is written. */
const refused: Readonly<
  Record<string, readonly (readonly [what: string, outcome: Decision, code: string])[]>
> = {
  'amend after repeal': [
    ['from the day of the repeal', amend(repealed, today), 'ILLEGAL_TRANSITION'],
    ['with effect before it, told after it', amend(repealed, '2026-06-01'), 'ILLEGAL_TRANSITION'],
  ],
  'repeal twice': [
    [
      'by the same decision',
      when(repealed, 'repeal', { decision, effectiveOn: today }),
      'ILLEGAL_TRANSITION',
    ],
    [
      'by another one',
      when(repealed, 'repeal', { decision: { title: '另一决定' }, effectiveOn: '2027-01-01' }),
      'ILLEGAL_TRANSITION',
    ],
    [
      'by another one, before the announced day',
      when(announced, 'repeal', { decision: { title: '另一决定' }, effectiveOn: today }),
      'ILLEGAL_TRANSITION',
    ],
  ],
  'end before start': [
    ['a term', publish({ effectiveUntil: '2025-03-31' }), 'DATE_INVALID'],
    [
      'a corrected term',
      when(given(), 'correct', {
        changes: { effectiveUntil: '2025-03-31' },
        note: '误',
        gazetteCorrected: false,
      }),
      'DATE_INVALID',
    ],
    [
      'a declared lapse',
      when(given(), 'expire', { cause: 'declared', effectiveOn: '2025-03-31' }),
      'DATE_INVALID',
    ],
    ['a conditional lapse', scheduleBeforeStart(), 'DATE_INVALID'],
    [
      'a new term',
      when(given(), 'renew', { effectiveOn: '2028-03-31', effectiveUntil: '2028-03-30' }),
      'DATE_INVALID',
    ],
  ],
  'back-dated before issue': [
    ['an amendment', amend(given(), '2025-03-09'), 'DATE_INVALID'],
    ['a repeal', when(given(), 'repeal', { decision, effectiveOn: '2025-03-09' }), 'DATE_INVALID'],
    [
      'a declared lapse',
      when(given(), 'expire', { cause: 'declared', effectiveOn: '2025-03-09' }),
      'DATE_INVALID',
    ],
    [
      'a successor',
      when(given(), 'supersede', { by: { title: '新办法' }, effectiveOn: '2025-03-09' }),
      'DATE_INVALID',
    ],
    [
      'a partial end',
      when(given(), 'partiallyEnd', { decision, articles: ['第七条'], effectiveOn: '2025-03-09' }),
      'DATE_INVALID',
    ],
    [
      'a renewal',
      when(given(), 'renew', { effectiveOn: '2025-03-09', effectiveUntil: '2031-03-31' }),
      'DATE_INVALID',
    ],
    ['a reinstatement', reinstate(repealed, '2025-03-09'), 'DATE_INVALID'],
  ],
  'reinstating what never ended': [
    ['a document in force', reinstate(given(), today), 'ILLEGAL_TRANSITION'],
    [
      'one that was only amended',
      reinstate(applied(given(), amend(given(), today)), today),
      'ILLEGAL_TRANSITION',
    ],
    [
      'one that is back already',
      reinstate(applied(repealed, reinstate(repealed, today)), today),
      'ILLEGAL_TRANSITION',
    ],
  ],
  'renewal on the last day': [
    ['told the day after', renew('2028-04-01', '2028-04-01'), 'ILLEGAL_TRANSITION'],
    ['with a gap of a day', renew('2028-03-31', '2028-04-02'), 'ILLEGAL_TRANSITION'],
  ],
  'a decision that names itself': [
    ['as a new document, by id', publish({ relations: [repeals({ documentId })] }), 'ILLEGAL_TRANSITION'],
    ['as a new document, by 文号', publish({ relations: [repeals(ownNumber)] }), 'ILLEGAL_TRANSITION'],
    ['in its links', when(given(), 'setLinks', { links: [repeals(ownNumber)] }), 'ILLEGAL_TRANSITION'],
    [
      'by a correction',
      when(given(), 'correct', {
        changes: { relations: [repeals({ documentId })] },
        note: '误',
        gazetteCorrected: false,
      }),
      'ILLEGAL_TRANSITION',
    ],
    [
      'as what repeals it',
      when(given(), 'repeal', { decision: ownNumber, effectiveOn: today }),
      'ILLEGAL_TRANSITION',
    ],
    [
      'as its own successor',
      when(given(), 'supersede', { by: { documentId }, effectiveOn: today }),
      'ILLEGAL_TRANSITION',
    ],
  ],
};

describe.each(Object.entries(refused))('%s', (_name, cases) => {
  it.each(cases)('is refused: %s', (_what, outcome, code) => {
    expect(outcome).toMatchObject({ outcome: 'rejected', code });
    expect(outcome).not.toHaveProperty('change');
  });
});

describe('what is no bad input', () => {
  it.each<[string, Decision]>([
    ['a renewal on the inclusive last day', renew('2028-03-31', '2028-04-01')],
    ['a reinstatement of what a decision ended', reinstate(repealed, today)],
    [
      'a decision of another body with the same 文号',
      publishNaming({ ...ownNumber, issuer: '澜川县人民政府' }),
    ],
    ['an older instrument of the same title', publishNaming({ title: content.title })],
    [
      'a number that an import has read wrong',
      publishNaming(ownNumber, { provenance: { sources: [], gaps: [] } }),
    ],
  ])('%s is accepted', (_what, outcome) => {
    expect(outcome.outcome).toBe('accepted');
  });
});

function amend(head: typeof repealed, effectiveOn: string): Decision {
  return when(head, 'amend', { ...amendment, effectiveOn });
}

function scheduleBeforeStart(): Decision {
  const head = given({ effectiveFrom: '2027-04-01' });
  return when(head, 'scheduleEnd', {
    action: 'schedule',
    dueOn: '2027-01-01',
    condition: '未修订',
    decision,
  });
}

function reinstate(head: typeof repealed, effectiveOn: string): Decision {
  return when(head, 'reinstate', { reverses: 2, basis: 'review', authority: '备案审查', effectiveOn });
}

function renew(on: string, effectiveOn: string): Decision {
  return when(given(), 'renew', { effectiveOn, effectiveUntil: '2031-03-31' }, on);
}

function repeals(target: object) {
  return { type: 'repeals' as const, target };
}

function publishNaming(target: object, more: object = {}): Decision {
  return publish({ relations: [repeals(target)], ...more });
}
