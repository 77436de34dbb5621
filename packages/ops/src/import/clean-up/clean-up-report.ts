import { codeLists } from '@gongwen/schemas';
import type { CleanUpSummary } from './import-clean-up.ts';

/** The summary for people. The JSON face is the summary itself. */
export function cleanUpReport(summary: CleanUpSummary): string[] {
  const { read, targets, kept, rejected, byType, documentId, outcome, otherSheets } = summary;
  const relations = new Map<string, string>(Object.entries(codeLists.relation));
  return [
    `读取行 rows read        ${read}`,
    `  涉及文件 targets      ${targets}`,
    ...Object.entries(byType).map(([type, count]) => `    ${relations.get(type) ?? ''} ${type}  ${count}`),
    `  继续有效 kept         ${kept}`,
    `  拒绝 rejected         ${rejected}`,
    `${outcome === 'imported' ? '✓ 已发布决定 published' : '✓ 决定已存在 already there'}  ${documentId}`,
    ...(otherSheets.length > 0 ? [`无表格的工作表 sheets without a table: ${otherSheets.join('、')}`] : []),
  ];
}
