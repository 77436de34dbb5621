import { codeLists } from '@gongwen/schemas';
import type { ImportSummary } from './summary.ts';
import { warningTexts } from './mapping/warning.ts';

/** The summary for people. The JSON face is the summary itself. */
export function summaryReport(summary: ImportSummary): string {
  const { read, imported, alreadyThere, merged, rejected } = summary;
  return [
    `读取 read              ${read}`,
    `  导入 imported        ${imported}`,
    `  已存在 already there ${alreadyThere}`,
    `  合并 merged          ${merged}`,
    `  拒绝 rejected        ${rejected}`,
    ...section('拒绝原因 rejected by code', summary.byCode, (code) => code),
    ...section('缺失要素（文件数） gaps (documents)', summary.gaps, (gap) => `${nameOf(gap)} ${gap}`),
    ...section('提示 warnings', summary.warnings, (code) => `${textOf(code)} ${code}`),
    '',
  ].join('\n');
}

function section(
  heading: string,
  counts: Readonly<Partial<Record<string, number>>>,
  label: (key: string) => string,
): string[] {
  const entries = Object.entries(counts).toSorted(([, one = 0], [, other = 0]) => other - one);
  if (entries.length === 0) return [];
  return ['', heading, ...entries.map(([key, count]) => `${String(count).padStart(8)}  ${label(key)}`)];
}

function nameOf(gap: string): string {
  return new Map<string, string>(Object.entries(codeLists.gap)).get(gap) ?? '';
}

function textOf(code: string): string {
  return new Map<string, string>(Object.entries(warningTexts)).get(code) ?? '';
}
