import { isEnded, validityOn } from '@gongwen/domain';
import { type Document, classesWithValidity } from '@gongwen/schemas';
import { documentCells, documentColumns } from './document-cells.ts';
import { inOrderOfDay } from './in-order-of-day.ts';
import { publishedDocuments } from './published-documents.ts';
import type { Report, ReportInput, Row } from './report.ts';

/** 一月政策: what was published in a month (`YYYY-MM`), then what enters into force in it; a document may be in both. */
export function month(input: Pick<ReportInput, 'heads'>, of: string): Report {
  const policies = publishedDocuments(input).filter(isPolicy);
  const published = inOrderOf('publishedOn', of, policies);
  const entering = inOrderOf('effectiveFrom', of, policies).filter(takesEffect);
  return {
    title: { zh: `一月政策（${of}）`, en: 'Policies of a month' },
    columns: [
      { key: 'group', zh: '类别' },
      ...documentColumns,
      { key: 'publishedOn', zh: '发布日期' },
      { key: 'effectiveFrom', zh: '施行日期' },
    ],
    rows: [...published.map(rowIn('本月发布')), ...entering.map(rowIn('本月施行'))],
    counts: { published: published.length, entering: entering.length },
  };
}

/** Decisions on other documents are news too; explanations and gazettes are not. */
function isPolicy({ docClass }: Document): boolean {
  return classesWithValidity.has(docClass) || docClass === 'lifecycle_decision';
}

function inOrderOf(
  field: 'publishedOn' | 'effectiveFrom',
  of: string,
  documents: readonly Document[],
): Document[] {
  const found = documents.filter((document) => document[field]?.startsWith(`${of}-`));
  return inOrderOfDay(found, (document) => document[field]);
}

/** What was repealed before its first day never enters into force. */
function takesEffect(document: Document): boolean {
  return !isEnded(validityOn(document, document.effectiveFrom ?? ''));
}

const rowIn =
  (group: string) =>
  (document: Document): Row => ({
    group,
    ...documentCells(document),
    publishedOn: document.publishedOn ?? '',
    effectiveFrom: document.effectiveFrom ?? '',
  });
