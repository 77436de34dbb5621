import { validityOn } from '@gongwen/domain';
import { type Document, codeLists } from '@gongwen/schemas';
import { leadIssuerOf } from './document-cells.ts';
import { publishedDocuments } from './published-documents.ts';
import type { Dimension } from './report-options.ts';
import type { Report, ReportInput, Row } from './report.ts';

/** By what documents may be counted: the name and the value of the document on that day. */
const dimensions = {
  year: { zh: '年份', of: ({ issuedOn, publishedOn }) => (issuedOn ?? publishedOn)?.slice(0, 4) },
  issuer: { zh: '发文机关', of: leadIssuerOf },
  docClass: { zh: '文件类别', of: ({ docClass }) => codeLists.docClass[docClass] },
  validity: { zh: '有效性', of: (document, today) => codeLists.validity[validityOn(document, today)] },
} as const satisfies Record<
  Dimension,
  { zh: string; of: (document: Document, today: string) => string | undefined }
>;

const unstated = '未标注';

/** 文件统计: how many published documents there are of each kind on that day; withdrawn ones are counted apart. */
export function counts(input: ReportInput, by: readonly Dimension[]): Report {
  const { heads, today } = input;
  const published = publishedDocuments(input);
  const groups = new Map<string, { values: readonly string[]; count: number }>();
  for (const document of published) {
    const values = by.map((name) => dimensions[name].of(document, today) ?? unstated);
    const key = JSON.stringify(values);
    groups.set(key, { values, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return {
    title: { zh: `文件统计（${today}）`, en: 'Counts' },
    columns: [...by.map((key) => ({ key, zh: dimensions[key].zh })), { key: 'count', zh: '件数' }],
    rows: [...groups.values()].toSorted((a, b) => compare(a.values, b.values)).map(rowOf(by)),
    counts: { published: published.length, withdrawn: heads.length - published.length },
  };
}

const rowOf =
  (by: readonly Dimension[]) =>
  ({ values, count }: { values: readonly string[]; count: number }): Row => ({
    ...Object.fromEntries(by.map((name, index) => [name, values[index] ?? unstated])),
    count,
  });

/** Codes in the order of their list, everything else in the order of Chinese; what is unstated comes last. */
function compare(one: readonly string[], other: readonly string[]): number {
  for (const [index, ours] of one.entries()) {
    const theirs = other[index] ?? '';
    const order = rankOf(ours) - rankOf(theirs) || collator.compare(ours, theirs);
    if (order !== 0) return order;
  }
  return 0;
}

const collator = new Intl.Collator('zh-CN');
const ranked: readonly string[] = [
  ...Object.values(codeLists.docClass),
  ...Object.values(codeLists.validity),
];

function rankOf(value: string): number {
  return value === unstated ? ranked.length : ranked.indexOf(value);
}
