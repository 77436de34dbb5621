import {
  type DocClass,
  type Document,
  type Issue,
  type ReviewEvidence,
  type ReviewRecord,
  codeLists,
} from '@gongwen/schemas';
import type { LocalDate } from './local-date.ts';
import { termFaults, termPolicyFor } from './term-policy.ts';
import { type TextCommand, type TextToReview, textCommands } from './text-to-review.ts';

/** What must have been done before a text goes out (DOMAIN §3.5, §8). */
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
  | 'interpretationPlan'
  /** 有效期, as the jurisdiction’s policy wants it. */
  | 'statedTerm';

/** The gates of some classes and departments; without either, of all. */
export interface GateRule {
  /** For which commands that bring a text. Default: what puts a whole document before the public, `publish` and `restore`. */
  readonly on?: readonly TextCommand[];
  readonly classes?: readonly string[];
  readonly departments?: readonly string[];
  readonly gates: readonly Gate[];
}

/** The first rule that fits a document and what is done to it holds. */
export type GatePolicy = readonly GateRule[];

const wholeDocument: readonly TextCommand[] = ['publish', 'restore'];

const ruleLike: readonly DocClass[] = [
  'local_regulation',
  'government_rule',
  'other_policy_document',
  'lifecycle_decision',
];

/**
 * Nothing goes out without a secrecy review; what binds people passes three pairs of eyes, its new text too; what creates
 * rules is lawful. A correction only brings the text that had passed.
 */
export const defaultGates: GatePolicy = [
  {
    classes: ['normative_document'],
    gates: ['secrecyReview', 'threeReviews', 'legalityReview', 'registrationNumber', 'interpretationPlan'],
  },
  { classes: ruleLike, gates: ['secrecyReview', 'threeReviews'] },
  { on: ['amend'], classes: ['normative_document', ...ruleLike], gates: ['secrecyReview', 'threeReviews'] },
  { gates: ['secrecyReview'] },
];

export interface GateQuestion {
  readonly policy: GatePolicy;
  /** Whose gates: those of its own command, and of a publication when it makes another thing of the document. */
  readonly as: readonly TextCommand[];
  /** A review of a later day has not taken place. */
  readonly today: LocalDate;
}

/** What is missing, as issues of the command. */
export function gateIssues(
  { on, evidence }: TextToReview,
  document: Document,
  { policy, as, today }: GateQuestion,
): Issue[] {
  const rules = policy.filter((one) => applies(one, document));
  const gates = as.flatMap(
    (command) => rules.find((rule) => (rule.on ?? wholeDocument).includes(command))?.gates ?? [],
  );
  const contentAt = on === 'publish' ? '/document' : '/changes';
  const passed = passedBy(evidence, today);
  return [...new Set(gates)].flatMap((gate) => checks[gate](document, passed, contentAt) ?? []);
}

/**
 * Reads an operator’s policy.
 *
 * @throws Error that says what is wrong
 */
export function readGatePolicy(value: unknown): GatePolicy {
  if (Array.isArray(value) && value.every(isRule)) return value;
  throw new Error(
    `应为数组：[{ on?: [${textCommands.join(' | ')}], classes?, departments?, gates: [${Object.keys(checks).join(' | ')}] }] / expected such an array`,
  );
}

function applies({ classes, departments }: GateRule, { docClass, department }: Document): boolean {
  return (classes?.includes(docClass) ?? true) && (departments?.includes(department) ?? true);
}

/** The reviews that were passed by a day. */
interface Passed {
  readonly secrecyReview: boolean;
  readonly legalityReview: boolean;
  /** Who has passed it. */
  readonly reviewers: ReadonlySet<string>;
}

function passedBy({ secrecyReview, legalityReview, reviews = [] }: ReviewEvidence, today: LocalDate): Passed {
  const isPassed = (review?: ReviewRecord) => review?.result === 'passed' && review.on <= today;
  return {
    secrecyReview: isPassed(secrecyReview),
    legalityReview: isPassed(legalityReview),
    reviewers: new Set(reviews.filter(isPassed).map(({ by }) => by.trim())),
  };
}

type Check = (document: Document, passed: Passed, contentAt: string) => Issue | Issue[] | undefined;

const checks: Readonly<Record<Gate, Check>> = {
  secrecyReview: (_document, { secrecyReview }) =>
    secrecyReview
      ? undefined
      : missing(
          '/evidence/secrecyReview',
          '缺少已通过的保密审查',
          'a secrecy review that was passed is missing',
        ),
  threeReviews: (_document, { reviewers }) => {
    const [zh, en] = ['三审应由三个不同的人通过', 'three reviews by three people must be passed'];
    return reviewers.size >= 3 ? undefined : missing('/evidence/reviews', zh, en);
  },
  legalityReview: (_document, { legalityReview }) =>
    legalityReview
      ? undefined
      : missing(
          '/evidence/legalityReview',
          '缺少已通过的合法性审核',
          'a legality review that was passed is missing',
        ),
  registrationNumber: ({ registrationNumber }, _passed, contentAt) =>
    registrationNumber === undefined
      ? missing(
          `${contentAt}/registrationNumber`,
          '缺少规范性文件登记号',
          'the registration number is missing',
        )
      : undefined,
  interpretationPlan: ({ interpretationPlan }, _passed, contentAt) =>
    interpretationPlan && (interpretationPlan.required || interpretationPlan.reason !== undefined)
      ? undefined
      : missing(
          `${contentAt}/interpretationPlan`,
          '缺少解读方案；不解读的，应说明理由',
          'the interpretation plan is missing; if none is needed, say why',
        ),
  statedTerm: (document, _passed, contentAt) =>
    termFaults(document, termPolicyFor(document)).map((fault) => ({
      ...fault,
      pointer: `${contentAt}${fault.pointer}`,
    })),
};

function missing(pointer: string, zh: string, en: string): Issue {
  return { pointer, rule: 'gate', zh, en };
}

function isRule(value: unknown): value is GateRule {
  if (typeof value !== 'object' || value === null) return false;
  const {
    on = wholeDocument,
    classes = [],
    departments = [],
    gates,
    ...rest
  } = value as Record<string, unknown>;
  return (
    Object.keys(rest).length === 0 &&
    isListOf(on, (text) => textCommands.some((name) => name === text)) &&
    isListOf(classes, (text) => Object.hasOwn(codeLists.docClass, text)) &&
    isListOf(departments, () => true) &&
    gates !== undefined &&
    isListOf(gates, (text) => Object.hasOwn(checks, text))
  );
}

function isListOf(value: unknown, isKnown: (text: string) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && isKnown(item));
}
