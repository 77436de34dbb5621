import type { Document } from '@gongwen/schemas';

/** The rules of the conformance report: code → 中文. */
export const ruleNames = {
  missing_field: '缺少必备要素',
  contradictory_dates: '日期矛盾',
  contradictory_validity: '来源所称效力有疑',
  answer_to_ended: '问答所答文件已失效',
  late_interpretation: '解读逾期',
  term: '有效期不合规定',
  unresolved_reference: '引用的文件未找到',
  broken_file: '文件缺失或损坏',
} as const;

/** What one document breaks. */
export interface Finding {
  readonly rule: keyof typeof ruleNames;
  readonly document: Document;
  readonly detail: string;
}
