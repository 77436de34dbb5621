import { type DocClass, type Document, type Issue, type ReviewEvidence, codeLists } from '@gongwen/schemas';

/** What must have been done before a document goes out (DOMAIN §3.5, §8). */
export type Gate =
  /** 保密审查 passed (政府信息公开条例). */
  | 'secrecyReview'
  /** 三审三校: three reviews passed, by three people. */
  | 'threeReviews'
  /** 合法性审核 passed. */
  | 'legalityReview'
  /** 规范性文件登记号. */
  | 'registrationNumber'
  /** 解读方案: an interpretation is planned, or it is said why not (三同步). */
  | 'interpretationPlan';

/** The gates of some classes and departments; without either, of all. */
export interface GateRule {
  readonly classes?: readonly string[];
  readonly departments?: readonly string[];
  readonly gates: readonly Gate[];
}

/** The first rule that fits a document holds. */
export type GatePolicy = readonly GateRule[];

const ruleLike: readonly DocClass[] = [
  'local_regulation',
  'government_rule',
  'other_policy_document',
  'lifecycle_decision',
];

/** Nothing goes out without a secrecy review; what binds people passes three pairs of eyes; what creates rules is lawful. */
export const defaultGates: GatePolicy = [
  {
    classes: ['normative_document'],
    gates: ['secrecyReview', 'threeReviews', 'legalityReview', 'registrationNumber', 'interpretationPlan'],
  },
  { classes: ruleLike, gates: ['secrecyReview', 'threeReviews'] },
  { gates: ['secrecyReview'] },
];

/** What is missing, as issues of the command; nothing for an import, which says what it lacks in `provenance.gaps`. */
export function gateIssues(
  document: Document,
  evidence: ReviewEvidence | undefined,
  policy: GatePolicy,
): Issue[] {
  if (document.provenance) return [];
  const rule = policy.find((one) => applies(one, document));
  return (rule?.gates ?? []).flatMap((gate) => checks[gate](document, evidence ?? {}) ?? []);
}

/**
 * Reads an operator’s policy.
 *
 * @throws Error that says what is wrong
 */
export function readGatePolicy(value: unknown): GatePolicy {
  if (Array.isArray(value) && value.every(isRule)) return value;
  throw new Error(
    `应为数组：[{ classes?, departments?, gates: [${Object.keys(checks).join(' | ')}] }] / expected such an array`,
  );
}

function applies({ classes, departments }: GateRule, { docClass, department }: Document): boolean {
  return (classes?.includes(docClass) ?? true) && (departments?.includes(department) ?? true);
}

type Check = (document: Document, evidence: ReviewEvidence) => Issue | undefined;

const checks: Readonly<Record<Gate, Check>> = {
  secrecyReview: (_document, { secrecyReview }) =>
    secrecyReview?.result === 'passed'
      ? undefined
      : missing(
          '/evidence/secrecyReview',
          '缺少已通过的保密审查',
          'a secrecy review that was passed is missing',
        ),
  threeReviews: (_document, { reviews = [] }) => {
    const people = new Set(reviews.filter(({ result }) => result === 'passed').map(({ by }) => by.trim()));
    const [zh, en] = ['三审应由三个不同的人通过', 'three reviews by three people must be passed'];
    return people.size >= 3 ? undefined : missing('/evidence/reviews', zh, en);
  },
  legalityReview: (_document, { legalityReview }) =>
    legalityReview?.result === 'passed'
      ? undefined
      : missing(
          '/evidence/legalityReview',
          '缺少已通过的合法性审核',
          'a legality review that was passed is missing',
        ),
  registrationNumber: ({ registrationNumber }) =>
    registrationNumber === undefined
      ? missing('/document/registrationNumber', '缺少规范性文件登记号', 'the registration number is missing')
      : undefined,
  interpretationPlan: ({ interpretationPlan }) =>
    interpretationPlan && (interpretationPlan.required || interpretationPlan.reason !== undefined)
      ? undefined
      : missing(
          '/document/interpretationPlan',
          '缺少解读方案；不解读的，应说明理由',
          'the interpretation plan is missing; if none is needed, say why',
        ),
};

function missing(pointer: string, zh: string, en: string): Issue {
  return { pointer, rule: 'gate', zh, en };
}

function isRule(value: unknown): value is GateRule {
  if (typeof value !== 'object' || value === null) return false;
  const { classes = [], departments = [], gates, ...rest } = value as Record<string, unknown>;
  return (
    Object.keys(rest).length === 0 &&
    isListOf(classes, (text) => text in codeLists.docClass) &&
    isListOf(departments, () => true) &&
    gates !== undefined &&
    isListOf(gates, (text) => text in checks)
  );
}

function isListOf(value: unknown, isKnown: (text: string) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && isKnown(item));
}
