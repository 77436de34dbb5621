import { isEnded, validityOn } from '@gongwen/domain';
import { type Document, classesWithValidity } from '@gongwen/schemas';
import { documentCells, documentColumns } from './document-cells.ts';
import type { Report, ReportInput, Row } from './report.ts';

/** 一月政策: what was published in a month (`YYYY-MM`), then what enters into force in it; a document may be in both. */
export function month({ heads }: Pick<ReportInput, 'heads'>, of: string): Report {
  const policies = heads.map(({ document }) => document).filter(isPolicy);
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
function isPolicy({ docClass, publication }: Document): boolean {
  const isRule = classesWithValidity.has(docClass) || docClass === 'lifecycle_decision';
  return isRule && publication.state === 'published';
}

function inOrderOf(
  field: 'publishedOn' | 'effectiveFrom',
  of: string,
  documents: readonly Document[],
): Document[] {
  const dayOf = (document: Document) => document[field] ?? '';
  return documents
    .filter((document) => dayOf(document).startsWith(`${of}-`))
    .toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : Number(dayOf(a) > dayOf(b))));
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
