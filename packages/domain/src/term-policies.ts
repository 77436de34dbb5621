import type { TermPolicy } from './term-policy.ts';

/**
 * 有效期 of 行政规范性文件 by jurisdiction, as far as sources were seen; there is no national term, so elsewhere none is known.
 * A city that has rules of its own adds its policy with a longer region prefix.
 */
export const termPolicies: readonly TermPolicy[] = [
  {
    jurisdiction: '山东省',
    regionPrefix: '37',
    // the department of justice’s own; the province’s 令第353号 (2023) was seen only in part. It names 3 or 5 and 1 or 2 years.
    source: '山东省司法厅规范性文件制定管理办法第十一条、第二十三条',
    isTermRequired: true,
    limits: [{ isProvisional: true, maximumYears: 2 }, { maximumYears: 5 }],
    reviewMonths: 6,
  },
  {
    jurisdiction: '陕西省',
    regionPrefix: '61',
    source: '陕西省人民政府令第216号',
    isTermRequired: false,
    limits: [{ maximumYears: 5 }],
  },
  {
    jurisdiction: '上海市',
    regionPrefix: '31',
    source: '上海市人民政府令第26号（2010年）第二十六条、第二十七条',
    isTermRequired: false,
    limits: [
      { form: '通告', maximumYears: 1, defaultYears: 1 },
      { isProvisional: true, maximumYears: 2, defaultYears: 2 },
      { maximumYears: 5, defaultYears: 5 },
    ],
    reviewMonths: 6,
    reportMonths: 2,
  },
];
