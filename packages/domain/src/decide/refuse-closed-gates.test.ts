import type { DocumentChanges, DocumentContent, ReviewEvidence } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { derivedCommand } from '../decision-targets.ts';
import type { DocumentHead } from '../evolve.ts';
import { type GatePolicy, defaultGates } from '../gates.ts';
import { decide } from './decide.ts';
import type { Command } from './decision.ts';
import { applied, context, documentId, given, givenDocument, when } from './given.ts';

const passed = (by: string) => ({ result: 'passed' as const, by, on: '2026-06-01' });
const evidence: ReviewEvidence = {
  secrecyReview: passed('甲'),
  reviews: [passed('丙'), passed('丁'), passed('戊')],
};
const newText: DocumentChanges = { body: { text: '第一条 见习期限为六个月。' } };
const provenance = { sources: [], gaps: [] } satisfies DocumentContent['provenance'];

function amend(
  changes: DocumentChanges,
  { head = given(), reviewed, gates = defaultGates }: Given = {},
): unknown {
  const body = { expectedVersion: head.version, effectiveOn: '2026-07-01', note: '改', changes };
  const kind = { kind: 'amendment' as const, ...(reviewed && { evidence: reviewed }) };
  return said(head, { name: 'amend', documentId, body: { ...body, ...kind } }, gates);
}

interface Given {
  readonly head?: DocumentHead;
  readonly reviewed?: ReviewEvidence;
  readonly gates?: GatePolicy;
}

/** `accepted`, or the code and what is missing. */
function said(head: DocumentHead, command: Command, gates: GatePolicy): unknown {
  const outcome = decide(head, command, { ...context, gates });
  if (outcome.outcome === 'accepted') return 'accepted';
  return [outcome.code, ...(outcome.issues ?? []).map(({ pointer }) => pointer)];
}

const unreviewed = ['GATE_NOT_PASSED', '/evidence/secrecyReview', '/evidence/reviews'];

describe('the gates of an amendment', () => {
  it.each<[string, DocumentChanges]>([
    ['text', newText],
    ['title', { title: '临澜市青年见习办法' }],
    ['original', { renditions: given().document.renditions ?? [] }],
    ['attachments', { attachments: [] }],
  ])('want the reviews of a new %s', (_what, changes) => {
    expect(amend(changes)).toEqual(unreviewed);
    expect(amend(changes, { reviewed: evidence })).toBe('accepted');
  });

  it.each(['local_regulation', 'government_rule', 'other_policy_document'] as const)(
    'want them of a %s, too',
    (docClass) => expect(amend(newText, { head: given({ docClass }) })).toEqual(unreviewed),
  );

  it('want nothing of an interpretation by default', () => {
    expect(amend(newText, { head: given({ docClass: 'interpretation' }) })).toBe('accepted');
  });

  it('want nothing where no text comes', () => {
    expect(amend({})).toBe('accepted');
    expect(amend({ keywords: ['见习'] })).toBe('accepted');
  });

  it('let a decision amend a law whose new text is not here yet', () => {
    const { document } = givenDocument({ documentId: 'll-gov:2026-4', effectiveFrom: '2026-07-01' });
    const target = { type: 'amends' as const, target: { documentId } };
    const command = derivedCommand(document, target, given());
    expect(command && said(given(), command, defaultGates)).toBe('accepted');
  });

  it('are open to an import, and not to what a department changes in an imported document later', () => {
    const head = given({ provenance });
    expect(amend({ ...newText, provenance }, { head })).toBe('accepted');
    expect(amend(newText, { head })).toEqual(unreviewed);
  });

  it('are kept in the event with who passed them', () => {
    const body = { changes: newText, kind: 'amendment', effectiveOn: '2026-07-01', note: '改' } as const;
    expect(when(given(), 'amend', { ...body, evidence })).toMatchObject({ change: { change: { evidence } } });
  });

  it('point into the changes', () => {
    const gates: GatePolicy = [{ on: ['amend'], gates: ['registrationNumber', 'interpretationPlan'] }];
    expect(amend(newText, { gates })).toEqual([
      'GATE_NOT_PASSED',
      '/changes/registrationNumber',
      '/changes/interpretationPlan',
    ]);
  });

  it('are none in a policy that does not name amendments', () => {
    expect(amend(newText, { gates: [{ gates: ['secrecyReview'] }] })).toBe('accepted');
  });
});

describe('the gates of a correction', () => {
  const correct = (gates: GatePolicy) => {
    const body = { expectedVersion: 1, note: '误', gazetteCorrected: false, changes: newText };
    return said(given(), { name: 'correct', documentId, body }, gates);
  };

  it('are none by default, since the text that had passed is only put right', () => {
    expect(correct(defaultGates)).toBe('accepted');
  });

  it('are what the policy of a city says', () => {
    expect(correct([{ on: ['correct'], gates: ['secrecyReview'] }])).toEqual([
      'GATE_NOT_PASSED',
      '/evidence/secrecyReview',
    ]);
  });
});

const ofPublication = [
  ...unreviewed,
  '/evidence/legalityReview',
  '/changes/registrationNumber',
  '/changes/interpretationPlan',
];

describe('what makes another thing of a document', () => {
  const correct = (head: DocumentHead, more: object, reviewed?: ReviewEvidence) => {
    const body = { expectedVersion: head.version, note: '误', gazetteCorrected: false, changes: {}, ...more };
    const command = { name: 'correct' as const, documentId };
    return said(
      head,
      { ...command, body: { ...body, ...(reviewed && { evidence: reviewed }) } },
      defaultGates,
    );
  };
  const answer = given({ docClass: 'interpretation' });
  const gapped = given({ provenance: { sources: [], gaps: ['validity'] } });
  const rule = { docClass: 'normative_document' } as const;
  const full = { ...evidence, legalityReview: passed('乙') };
  const facts = { registrationNumber: 'LLCR-2026-0001', interpretationPlan: { required: true } };

  it.each<[string, DocumentHead, object]>([
    ['another class', answer, { changes: rule }],
    ['another issuer', given(), { changes: { issuers: [{ name: '临澜市人民政府' }] } }],
    ['another day of 施行', given(), { changes: { effectiveFrom: '2026-07-01' } }],
    ['another end of its term', given(), { changes: { effectiveUntil: '2026-06-16' } }],
    ['no end of its term', given(), { clear: ['effectiveUntil'] }],
    ['an import that is one no longer', gapped, { clear: ['provenance'] }],
    ['a change in the past', given(), { changes: { history: [{ event: 'amended', on: '2025-05-01' }] } }],
  ])('passes the gates of its publication when corrected: %s', (_what, head, edit) => {
    expect(correct(head, edit)).toEqual(ofPublication);
    const { changes = {} } = edit as { changes?: DocumentChanges };
    expect(correct(head, { ...edit, changes: { ...changes, ...facts } }, full)).toBe('accepted');
  });

  it('passes them when amended, too', () => {
    expect(amend(rule, { head: answer })).toEqual(ofPublication);
    expect(amend({ issuers: [{ name: '临澜市人民政府' }] })).toEqual(ofPublication);
  });

  it('passes the gates of its command, too, when that brings a text', () => {
    const gates: GatePolicy = [
      { on: ['amend'], gates: ['legalityReview'] },
      { gates: ['secrecyReview', 'legalityReview'] },
    ];
    const other: GatePolicy = [{ on: ['amend'], gates: ['threeReviews'] }, { gates: ['secrecyReview'] }];
    const changes = { ...newText, effectiveFrom: '2026-07-01' };
    expect(amend(changes, { gates })).toEqual([
      'GATE_NOT_PASSED',
      '/evidence/legalityReview',
      '/evidence/secrecyReview',
    ]);
    expect(amend(changes, { gates: other })).toEqual([
      'GATE_NOT_PASSED',
      '/evidence/reviews',
      '/evidence/secrecyReview',
    ]);
  });

  it('is no correction that sends again what is there', () => {
    const { docClass, effectiveFrom = '', effectiveUntil = '' } = given().document;
    expect(correct(given(), { changes: { docClass, effectiveFrom, effectiveUntil } })).toBe('accepted');
  });

  it('passes nothing when an import says it', () => {
    expect(correct(gapped, { changes: { effectiveFrom: '2026-01-01', provenance } })).toBe('accepted');
  });
});

describe('the gates of a restoration', () => {
  const withdrawal = {
    reasonCode: 'erroneous',
    publicReason: '内容有误',
    authorizer: '信息公开科',
  } as const;
  const withdrawn = applied(given(), when(given(), 'withdraw', withdrawal));
  const restore = (reviewed?: ReviewEvidence, gates = defaultGates) => {
    const body = { expectedVersion: 2, reason: '已更正', authorizer: '信息公开科' };
    const command = { name: 'restore' as const, documentId };
    return said(withdrawn, { ...command, body: { ...body, ...(reviewed && { evidence: reviewed }) } }, gates);
  };

  it('are those of a publication, also when nothing was changed', () => {
    expect(restore()).toEqual(ofPublication);
  });

  it('can be others', () => {
    const gates: GatePolicy = [{ on: ['restore'], gates: ['secrecyReview'] }, ...defaultGates];
    expect(restore(undefined, gates)).toEqual(['GATE_NOT_PASSED', '/evidence/secrecyReview']);
    expect(restore(evidence, gates)).toBe('accepted');
  });

  describe('of an import', () => {
    const imported = given({ provenance });
    const gone = applied(imported, when(imported, 'withdraw', withdrawal));
    const bringBack = (edit: object) => {
      const body = { expectedVersion: 2, reason: '已更正', authorizer: '信息公开科', ...edit };
      return said(gone, { name: 'restore', documentId, body }, defaultGates);
    };

    it('are none while it comes back as it was imported', () => {
      expect(bringBack({})).toBe('accepted');
      expect(bringBack({ changes: { keywords: ['见习'] } })).toBe('accepted');
    });

    it.each<[string, object]>([
      ['title and text', { changes: { title: '临澜市青年见习办法', ...newText } }],
      ['text by leaving its annexes out', { clear: ['attachments'] }],
    ])('are those of a publication for a new %s', (_what, edit) => {
      expect(bringBack(edit)).toEqual(ofPublication);
    });

    it('are none when it is imported anew', () => {
      expect(bringBack({ changes: { ...newText, provenance } })).toBe('accepted');
    });
  });
});
