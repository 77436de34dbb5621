import type { ImportSummary } from './summary.ts';
import { warningTexts } from './mapping/warning.ts';

const gapNames: Readonly<Record<string, string>> = {
  body: '正文 body',
  documentNumber: '文号 number',
  issuers: '发文机关 issuers',
  issuedOn: '成文日期 issued on',
  publishedOn: '发布日期 published on',
  renditions: '原件 originals',
  themes: '主题分类 themes',
  validity: '有效性 validity',
};

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
    ...section('缺失要素（文件数） gaps (documents)', summary.gaps, (gap) => gapNames[gap] ?? gap),
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

function textOf(code: string): string {
  return new Map<string, string>(Object.entries(warningTexts)).get(code) ?? '';
}
