import { type Document, type Issue, codeLists } from '@gongwen/schemas';
import { type Rejection, issue, rejected } from './decision.ts';
import { refuseClassified } from './refuse-classified.ts';

/** Explaining, answering and preparing papers have no day of signature of their own. */
const withoutIssueDate: ReadonlySet<string> = new Set([
  'interpretation',
  'qa_entry',
  'decision_process_item',
]);

const pairsInOrder = [
  ['issuedOn', 'publishedOn', '发布日期早于成文日期', 'published before it was issued'],
  ['effectiveFrom', 'effectiveUntil', '有效期至早于施行日期', 'ends before it takes effect'],
] as const;

/**
 * What the law wants of every published document: the six elements of Qingdao’s rule of 2022 (标题、正文、文号 where it has
 * one、成文日期、发布日期; 有效性 is derived), an issuer, active disclosure, a readable 文号, dates in order.
 * Imports may lack what they mark in `provenance.gaps`, and keep numbers and dates as their source has them.
 */
export function contentFaults(document: Document, pointer: string): Rejection | undefined {
  if (document.disclosure !== 'active') {
    return rejected('DISCLOSURE_FORBIDS', {
      issues: [
        issue(
          `${pointer}/disclosure`,
          'disclosure',
          `公开属性为“${codeLists.disclosure[document.disclosure]}”`,
          'only documents for active disclosure are published',
        ),
      ],
    });
  }
  const classified = refuseClassified(document, pointer);
  if (classified) return classified;
  const missing = missingElements(document, pointer);
  if (missing.length > 0) return rejected('MANDATORY_FIELD_MISSING', { issues: missing });
  if (document.provenance) return undefined;
  if (document.documentNumber?.form === 'free') {
    return rejected('DOCUMENT_NUMBER_INVALID', { issues: [numberIssue(pointer)] });
  }
  const disorder = dateIssues(document, pointer);
  return disorder.length > 0 ? rejected('DATE_INVALID', { issues: disorder }) : undefined;
}

function missingElements(document: Document, pointer: string): Issue[] {
  const gaps = new Set<string>(document.provenance?.gaps);
  const present: Record<string, boolean> = {
    issuers: (document.issuers?.length ?? 0) > 0,
    issuedOn: document.issuedOn !== undefined || withoutIssueDate.has(document.docClass),
    publishedOn: document.publishedOn !== undefined,
    // a document may exist as a file only (scans, PDF-only pages)
    body:
      document.body !== undefined || document.renditions?.some(({ role }) => role === 'original') === true,
  };
  return Object.entries(present)
    .filter(([field, isPresent]) => !isPresent && !gaps.has(field))
    .map(([field]) => issue(`${pointer}/${field}`, 'mandatory', '法定必备要素，必须提供', 'is mandatory'));
}

function numberIssue(pointer: string): Issue {
  return issue(
    `${pointer}/documentNumber/raw`,
    'documentNumber',
    '应为“机关代字〔年份〕顺序号号”、“机关公告年份第号”或“机关令第号”',
    'expected agency code〔year〕number号, or a numbered 公告 or 令',
  );
}

function dateIssues(document: Document, pointer: string): Issue[] {
  return pairsInOrder.flatMap(([earlier, later, zh, en]) => {
    const [first, second] = [document[earlier], document[later]];
    const inOrder = first === undefined || second === undefined || first <= second;
    return inOrder
      ? []
      : [issue(`${pointer}/${later}`, 'dateOrder', `${zh}（${first}）`, `${en} (${first})`)];
  });
}
