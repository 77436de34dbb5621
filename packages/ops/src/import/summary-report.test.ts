import { describe, expect, it } from 'vitest';
import { summaryReport } from './summary-report.ts';

describe('summaryReport', () => {
  it('shows every count with both names, the largest first', () => {
    const report = summaryReport({
      read: 12,
      imported: 7,
      alreadyThere: 1,
      merged: 2,
      rejected: 2,
      byCode: { MALFORMED_JSON: 2 },
      gaps: { body: 3, issuers: 5 },
      warnings: { title_markup: 1 },
    });
    expect(report).toMatch(
      /读取 read +12\n +导入 imported +7\n +已存在 already there +1\n +合并 merged +2\n +拒绝 rejected +2\n/,
    );
    expect(report).toContain('       2  MALFORMED_JSON');
    expect(report.indexOf('发文机关 issuers')).toBeLessThan(report.indexOf('正文 body'));
    expect(report).toContain('标题含标记，已去除 title_markup');
  });
});
