import { type Document, type Issue, codeLists } from '@gongwen/schemas';
import { lastDayOfTerm } from './last-day-of-term.ts';
import type { LocalDate } from './local-date.ts';
import { termPolicies } from './term-policies.ts';

/** What a jurisdiction wants of the 有效期 of its 行政规范性文件 (DOMAIN §7). */
export interface TermPolicy {
  readonly jurisdiction: string;
  /** The first digits of the region codes (GB/T 2260) that it covers, e.g. `37`; the longest that fits counts. */
  readonly regionPrefix: string;
  /** The rule and its articles. */
  readonly source: string;
  /** Whether a document must state its term; a jurisdiction with default terms does not need it. */
  readonly isTermRequired: boolean;
  /** The first that fits counts. */
  readonly limits: readonly TermLimit[];
  /** So many months before the term ends its review is due; absent when the rule names no time. */
  readonly reviewMonths?: number;
  /** So many months before the term ends the outcome of the review is reported. */
  readonly reportMonths?: number;
}

/** How long a document of a kind is in force; what is absent fits every document. */
export interface TermLimit {
  /** 公文种类 or 文件名称类型 in Chinese, e.g. 通告. */
  readonly form?: string;
  /** 暂行、试行. */
  readonly isProvisional?: boolean;
  readonly maximumYears: number;
  /** The term of a document that states none. */
  readonly defaultYears?: number;
}

type Termed = Pick<
  Document,
  | 'docClass'
  | 'regionCode'
  | 'officialForm'
  | 'instrumentForm'
  | 'isProvisional'
  | 'effectiveFrom'
  | 'effectiveUntil'
  | 'publishedOn'
  | 'lifecycle'
>;

/** The policy for a document: of its region, and only for 行政规范性文件. Without one no term is invented. */
export function termPolicyFor(
  { docClass, regionCode }: Pick<Termed, 'docClass' | 'regionCode'>,
  policies: readonly TermPolicy[] = termPolicies,
): TermPolicy | undefined {
  if (docClass !== 'normative_document' || regionCode === undefined) return undefined;
  return policies
    .filter(({ regionPrefix }) => regionCode.startsWith(regionPrefix))
    .toSorted((a, b) => b.regionPrefix.length - a.regionPrefix.length)
    .at(0);
}

/**
 * What the policy finds at fault with a document’s term: longer than allowed, or absent where one must be stated.
 * The rules say 一般, so a reason can stand against it: whether a fault refuses or only warns is the caller’s choice.
 */
export function termFaults(document: Termed, policy: TermPolicy | undefined): Issue[] {
  const limit = policy && limitFor(document, policy);
  if (!limit) return [];
  const { effectiveUntil } = document;
  if (effectiveUntil === undefined) return policy.isTermRequired ? [missingTerm(policy, limit)] : [];
  const start = startOfStatedTerm(document);
  if (start === undefined) return [];
  const latest = lastDayOfTerm(start, limit.maximumYears);
  return effectiveUntil <= latest ? [] : [tooLongTerm(policy, limit, latest, effectiveUntil)];
}

/**
 * The last day of force of a document that states none, where its jurisdiction has a term for that.
 *
 * @returns `undefined` without such a policy, or without a day on which the term begins
 */
export function defaultEffectiveUntil(
  document: Omit<Termed, 'lifecycle'>,
  policy: TermPolicy | undefined,
): LocalDate | undefined {
  const years = policy && limitFor(document, policy)?.defaultYears;
  const start = startOfTerm(document);
  return years === undefined || start === undefined ? undefined : lastDayOfTerm(start, years);
}

function limitFor(document: Omit<Termed, 'lifecycle'>, { limits }: TermPolicy): TermLimit | undefined {
  const { officialForm, instrumentForm, isProvisional = false } = document;
  const forms = [officialForm && codeLists.officialForm[officialForm], instrumentForm];
  return limits.find(
    (limit) =>
      (limit.form === undefined || forms.includes(limit.form)) &&
      (limit.isProvisional === undefined || limit.isProvisional === isProvisional),
  );
}

/** A renewal starts the term anew, and a reinstatement may bring a new one. */
function startOfStatedTerm(document: Termed): LocalDate | undefined {
  const anew = document.lifecycle.findLast(({ change }) => change === 'renewed' || change === 'reinstated');
  return anew?.effectiveOn ?? startOfTerm(document);
}

function startOfTerm({ effectiveFrom, publishedOn }: Omit<Termed, 'lifecycle'>): LocalDate | undefined {
  return effectiveFrom ?? publishedOn;
}

function missingTerm({ jurisdiction, source }: TermPolicy, { maximumYears }: TermLimit): Issue {
  return {
    pointer: '/effectiveUntil',
    rule: 'termRequired',
    expected: `≤ ${maximumYears} 年 / years`,
    zh: `${jurisdiction}的行政规范性文件应当规定有效期，一般不超过 ${maximumYears} 年（${source}）`,
    en: `a normative document of ${jurisdiction} states its term, of ${maximumYears} years at most as a rule (${source})`,
  };
}

function tooLongTerm(
  { jurisdiction, source }: TermPolicy,
  { maximumYears }: TermLimit,
  latest: LocalDate,
  got: LocalDate,
): Issue {
  return {
    pointer: '/effectiveUntil',
    rule: 'termTooLong',
    expected: `≤ ${latest}`,
    got,
    zh: `有效期过长：${jurisdiction}的此类文件一般不超过 ${maximumYears} 年，即不晚于 ${latest}（${source}）`,
    en: `the term is too long: such a document of ${jurisdiction} has ${maximumYears} years at most as a rule, until ${latest} (${source})`,
  };
}
