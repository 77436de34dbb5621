import type { DocumentEvent } from '@gongwen/schemas';

/** A rule of the library: why it does not take a document, or nothing. */
export type Rule = (event: DocumentEvent) => string | undefined;

export const defaultRules: readonly Rule[] = [
  ({ data: { document } }) => (document.title.includes('测试') ? '标题含“测试”，不收测试文件' : undefined),
  ({ data: { document } }) =>
    document.docClass === 'normative_document' && !document.documentNumber && !document.provenance
      ? '行政规范性文件缺少发文字号'
      : undefined,
];
