import type { Document } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { termPolicies } from './term-policies.ts';
import { type TermPolicy, defaultEffectiveUntil, termFaults, termPolicyFor } from './term-policy.ts';

type Termed = Parameters<typeof termFaults>[0];

const rule = (changes: Partial<Document> = {}): Termed => ({
  docClass: 'normative_document',
  regionCode: '370200',
  effectiveFrom: '2026-09-16',
  publishedOn: '2026-09-01',
  lifecycle: [],
  ...changes,
});
const shanghai = (changes: Partial<Document> = {}) => rule({ regionCode: '310104', ...changes });
const shaanxi = (changes: Partial<Document> = {}) => rule({ regionCode: '610200', ...changes });
const faultsOf = (document: Termed) =>
  termFaults(document, termPolicyFor(document)).map((issue) => issue.rule);
const defaultOf = (document: Termed) => defaultEffectiveUntil(document, termPolicyFor(document));

describe('termPolicyFor', () => {
  it.each([
    ['370200', '山东省'],
    ['610200', '陕西省'],
    ['310104', '上海市'],
    ['990100', undefined],
    [undefined, undefined],
  ])('finds for the region %s: %s', (regionCode, jurisdiction) => {
    const policy = termPolicyFor({ docClass: 'normative_document', ...(regionCode && { regionCode }) });
    expect(policy?.jurisdiction).toBe(jurisdiction);
  });

  it.each(['government_rule', 'local_regulation', 'other_policy_document', 'interpretation'] as const)(
    'finds none for the class %s',
    (docClass) => {
      expect(termPolicyFor(rule({ docClass }))).toBeUndefined();
    },
  );

  it('prefers the policy of the city to that of its province', () => {
    const city: TermPolicy = {
      jurisdiction: '临澜市',
      regionPrefix: '3702',
      source: '样例',
      isTermRequired: true,
      limits: [{ maximumYears: 3 }],
    };
    expect(termPolicyFor(rule(), [...termPolicies, city])).toBe(city);
    expect(termPolicyFor(rule({ regionCode: '370300' }), [...termPolicies, city])?.jurisdiction).toBe(
      '山东省',
    );
  });
});

describe('termFaults', () => {
  // prettier-ignore
  it.each([
    ['five years to the day, in Shandong', rule({ effectiveUntil: '2031-09-15' }), []],
    ['a day more', rule({ effectiveUntil: '2031-09-16' }), ['termTooLong']],
    ['no term in Shandong', rule(), ['termRequired']],
    ['two years on trial', rule({ isProvisional: true, effectiveUntil: '2028-09-15' }), []],
    ['more than two years on trial', rule({ isProvisional: true, effectiveUntil: '2028-09-16' }), ['termTooLong']],
    ['five years from its publication when no first day is set', without(rule({ effectiveUntil: '2031-08-31' }), 'effectiveFrom'), []],
    ['a day more than that', without(rule({ effectiveUntil: '2031-09-01' }), 'effectiveFrom'), ['termTooLong']],
    ['five years from a 29 February', rule({ effectiveFrom: '2024-02-29', effectiveUntil: '2029-02-28' }), []],
    ['five years and a day from a 29 February', rule({ effectiveFrom: '2024-02-29', effectiveUntil: '2029-03-01' }), ['termTooLong']],
    ['a term that ends on a 29 February', rule({ effectiveFrom: '2023-03-01', effectiveUntil: '2028-02-29' }), []],
    ['five years in Shaanxi', shaanxi({ effectiveUntil: '2031-09-15' }), []],
    ['six years in Shaanxi', shaanxi({ effectiveUntil: '2032-09-15' }), ['termTooLong']],
    ['no term in Shaanxi', shaanxi(), []],
    ['no term in Shanghai, where there is a default', shanghai(), []],
    ['a 通告 of a year in Shanghai', shanghai({ officialForm: 'notice_public', effectiveUntil: '2027-09-15' }), []],
    ['a longer 通告', shanghai({ officialForm: 'notice_public', effectiveUntil: '2027-09-16' }), ['termTooLong']],
    ['a longer 通告 by its name', shanghai({ instrumentForm: '通告', effectiveUntil: '2027-09-16' }), ['termTooLong']],
    ['more than two years on trial in Shanghai', shanghai({ isProvisional: true, effectiveUntil: '2028-09-16' }), ['termTooLong']],
    ['twenty years where no policy is known', rule({ regionCode: '990100', effectiveUntil: '2046-09-15' }), []],
    ['no term where no policy is known', rule({ regionCode: '990100' }), []],
    ['no day on which the term begins', without(rule({ effectiveUntil: '2046-09-15' }), 'effectiveFrom', 'publishedOn'), []],
  ])('of %s', (_, document, expected) => {
    expect(faultsOf(document)).toEqual(expected);
  });

  it.each(['renewed', 'reinstated'] as const)('counts the new term from the day it was %s', (change) => {
    const lifecycle = [{ change, effectiveOn: '2031-09-16', version: 2 }];
    expect(faultsOf(rule({ effectiveUntil: '2036-09-15', lifecycle }))).toEqual([]);
    expect(faultsOf(rule({ effectiveUntil: '2036-09-16', lifecycle }))).toEqual(['termTooLong']);
  });

  it('tells the last day that is allowed, what came, and the rule, in both languages', () => {
    const document = rule({ effectiveUntil: '2032-01-01' });
    const [fault] = termFaults(document, termPolicyFor(document));
    expect(fault).toMatchObject({ pointer: '/effectiveUntil', expected: '≤ 2031-09-15', got: '2032-01-01' });
    expect(fault?.zh).toContain('山东省司法厅规范性文件制定管理办法');
    expect(fault?.en).toContain('too long');
  });
});

describe('defaultEffectiveUntil', () => {
  // prettier-ignore
  it.each([
    ['of a document of Shanghai is five years', shanghai(), '2031-09-15'],
    ['of its 通告 is one year', shanghai({ officialForm: 'notice_public' }), '2027-09-15'],
    ['of a 通告 on trial is one year, too', shanghai({ officialForm: 'notice_public', isProvisional: true }), '2027-09-15'],
    ['of a document on trial is two years', shanghai({ isProvisional: true }), '2028-09-15'],
    ['from a 29 February is until the 28th', shanghai({ effectiveFrom: '2024-02-29' }), '2029-02-28'],
    ['counts from the publication when no first day is set', without(shanghai(), 'effectiveFrom'), '2031-08-31'],
    ['is not invented in Shandong', rule(), undefined],
    ['is not invented where no policy is known', rule({ regionCode: '990100' }), undefined],
    ['is not invented without a first day', without(shanghai(), 'effectiveFrom', 'publishedOn'), undefined],
  ])('%s', (_, document, expected) => {
    expect(defaultOf(document)).toBe(expected);
  });
});

function without(document: Termed, ...fields: ('effectiveFrom' | 'publishedOn')[]): Termed {
  const rest = { ...document };
  for (const field of fields) delete rest[field];
  return rest;
}
