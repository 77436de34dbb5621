import type { ReviewEvidence } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { decide } from './decide/decide.ts';
import { content, context, documentId } from './decide/given.ts';
import { type GatePolicy, defaultGates, readGatePolicy } from './gates.ts';

const passed = (by: string) => ({ result: 'passed' as const, by, on: '2025-03-01' });
const evidence: ReviewEvidence = {
  secrecyReview: passed('甲'),
  legalityReview: passed('乙'),
  reviews: [passed('丙'), passed('丁'), passed('戊')],
};
const complete = {
  ...content,
  registrationNumber: 'LLCR-2025-0017',
  interpretationPlan: { required: false, reason: '内容简明' },
};

function publish(document: object, given: ReviewEvidence | undefined, gates: GatePolicy = defaultGates) {
  const body = { documentId, document: { ...complete, ...document }, ...(given && { evidence: given }) };
  const outcome = decide(undefined, { name: 'publish', documentId, body }, { ...context, gates });
  if (outcome.outcome === 'accepted') return 'accepted';
  return [outcome.code, ...(outcome.issues ?? []).map(({ pointer }) => pointer)];
}

describe('the gates before publication', () => {
  it('let a normative document through when everything was done', () => {
    expect(publish({}, evidence)).toBe('accepted');
  });

  it('want the term of the jurisdiction where the policy says so', () => {
    const stated: GatePolicy = [{ gates: ['statedTerm'] }];
    const { effectiveUntil: _term, ...timeless } = complete;
    const shandong = { regionCode: '379900', effectiveFrom: '2025-04-01' };
    const result = (document: object) => {
      const body = { documentId, document: { ...timeless, ...shandong, ...document } };
      const outcome = decide(undefined, { name: 'publish', documentId, body }, { ...context, gates: stated });
      return outcome.outcome === 'accepted' ? 'accepted' : outcome.issues;
    };
    expect(result({ effectiveUntil: '2030-03-31' })).toBe('accepted');
    expect(result({ effectiveUntil: '2030-04-01' })).toMatchObject([
      { pointer: '/document/effectiveUntil', rule: 'termTooLong', expected: '≤ 2030-03-31' },
    ]);
    expect(result({})).toMatchObject([{ pointer: '/document/effectiveUntil', rule: 'termRequired' }]);
    expect(result({ regionCode: '110000' })).toBe('accepted');
  });

  it('name everything that is missing at once', () => {
    const { registrationNumber: _1, interpretationPlan: _2, ...bare } = complete;
    const body = { documentId, document: bare };
    const command = { name: 'publish' as const, documentId, body };
    expect(decide(undefined, command, { ...context, gates: defaultGates })).toMatchObject({
      code: 'GATE_NOT_PASSED',
      issues: [
        { pointer: '/evidence/secrecyReview' },
        { pointer: '/evidence/reviews' },
        { pointer: '/evidence/legalityReview' },
        { pointer: '/document/registrationNumber' },
        { pointer: '/document/interpretationPlan' },
      ],
    });
  });

  it.each<[string, ReviewEvidence, string]>([
    [
      'one person who reviews three times',
      { ...evidence, reviews: [passed('丙'), passed('丙'), passed('丙 ')] },
      '/evidence/reviews',
    ],
    ['two reviews', { ...evidence, reviews: [passed('丙'), passed('丁')] }, '/evidence/reviews'],
    [
      'a secrecy review that was “not required”',
      { ...evidence, secrecyReview: { ...passed('甲'), result: 'not_required' } },
      '/evidence/secrecyReview',
    ],
    [
      'a secrecy review of tomorrow',
      { ...evidence, secrecyReview: { ...passed('甲'), on: '2026-06-16' } },
      '/evidence/secrecyReview',
    ],
    [
      'a third review of tomorrow',
      { ...evidence, reviews: [passed('丙'), passed('丁'), { ...passed('戊'), on: '2026-06-16' }] },
      '/evidence/reviews',
    ],
  ])('do not take %s', (_what, given, pointer) => {
    expect(publish({}, given)).toEqual(['GATE_NOT_PASSED', pointer]);
  });

  it('do not take “no interpretation” without a reason', () => {
    expect(publish({ interpretationPlan: { required: false } }, evidence)).toEqual([
      'GATE_NOT_PASSED',
      '/document/interpretationPlan',
    ]);
  });

  it('ask of an interpretation only that it was checked for secrets', () => {
    expect(publish({ docClass: 'interpretation' }, { secrecyReview: passed('甲') })).toBe('accepted');
    expect(publish({ docClass: 'interpretation' }, undefined)).toEqual([
      'GATE_NOT_PASSED',
      '/evidence/secrecyReview',
    ]);
  });

  it('are open to an import, which says what it lacks', () => {
    expect(publish({ provenance: { sources: [], gaps: ['validity'] } }, undefined)).toBe('accepted');
  });

  it('are data: the first rule that fits the class and the department holds', () => {
    const policy = readGatePolicy([
      { departments: ['ll-hrss'], classes: ['normative_document'], gates: ['legalityReview'] },
      { gates: ['secrecyReview'] },
    ]);
    expect(publish({}, { legalityReview: passed('乙') }, policy)).toBe('accepted');
    expect(publish({ docClass: 'government_rule' }, {}, policy)).toEqual([
      'GATE_NOT_PASSED',
      '/evidence/secrecyReview',
    ]);
  });

  it.each([
    [{}],
    [[{ gates: ['magic'] }]],
    [[{ classes: ['poem'], gates: [] }]],
    [[{ gates: [], more: 1 }]],
    [[{ gates: ['toString'] }]],
    [[{ on: ['repeal'], gates: [] }]],
    [[{}]],
  ])('refuse a policy that is none: %j', (policy) => expect(() => readGatePolicy(policy)).toThrow('gates'));
});

describe('a number', () => {
  const holder = { ...complete, documentId: 'll-hrss:other', department: 'll-hrss' } as never;
  const asking = (document: object) => {
    const body = { documentId, document: { ...complete, ...document }, evidence };
    const holdersOf = (canonical: string) => (canonical === '临人社发〔2025〕17号' ? [holder] : []);
    return decide(undefined, { name: 'publish', documentId, body }, { ...context, holdersOf });
  };

  it('that the same body has given before is refused, in any spelling', () => {
    expect(asking({ documentNumber: { raw: '临人社发【2025】第０１７号' } })).toMatchObject({
      code: 'NUMBER_IN_USE',
      issues: [{ pointer: '/document/documentNumber/raw', zh: '已用于 ll-hrss:other' }],
    });
  });

  it.each([
    ['of another body is its own', { issuers: [{ name: '澜川县人力资源和社会保障局' }] }],
    ['that an import brings is kept, and reported', { provenance: { sources: [], gaps: [] } }],
  ])('%s', (_what, document) => {
    expect(asking(document)).toMatchObject({ outcome: 'accepted' });
  });
});
