import {
  type LocalDate,
  isEnded,
  normalizeText,
  parseDocumentNumber,
  titleKey,
  validityOn,
} from '@gongwen/domain';
import { type Document, codeLists } from '@gongwen/schemas';
import { documentCells, documentColumns, leadIssuerOf } from './document-cells.ts';
import { publishedDocuments } from './published-documents.ts';
import type { Report, ReportInput, Row } from './report.ts';
import { areAlike, textShingles } from './text-shingles.ts';

/** From this share of common text on, two documents of one title are taken for one. */
const similarFrom = 0.9;

type Group = readonly Document[];

/** 疑似重复: one number of one issuer in several documents; one title over nearly the same text. A person decides. */
export function duplicates(input: ReportInput): Report {
  const { today } = input;
  const documents = publishedDocuments(input);
  const byNumber = groupsBy(numberOf, documents);
  const byText = groupsBy(({ title }) => titleKey(title), documents)
    .flatMap(nearlyEqual)
    .filter((group) => !byNumber.some((known) => group.every((document) => known.includes(document))));
  return {
    title: { zh: '疑似重复文件', en: 'Possible duplicates' },
    columns: [
      { key: 'group', zh: '组' },
      { key: 'reason', zh: '依据' },
      ...documentColumns,
      { key: 'issuedOn', zh: '成文日期' },
      { key: 'effectiveFrom', zh: '施行日期' },
      { key: 'validity', zh: '有效性' },
    ],
    rows: [
      ...byNumber.map((members) => ({ members, basis: '文号与发文机关相同' })),
      ...byText.map((members) => ({ members, basis: '标题相同，正文几乎一致' })),
    ].flatMap(({ members, basis }, index) => rowsOf(members, { basis, index, today })),
    counts: { byNumber: byNumber.length, byText: byText.length },
  };
}

function groupsBy(keyOf: (document: Document) => string | undefined, documents: Group): Group[] {
  const groups = Map.groupBy(documents, keyOf);
  groups.delete(undefined);
  return [...groups.values()].filter(({ length }) => length > 1);
}

function numberOf(document: Document): string | undefined {
  const { documentNumber: number } = document;
  if (number === undefined) return undefined;
  const canonical = number.canonical ?? parseDocumentNumber(number.raw).canonical ?? number.raw;
  return `${canonical} ${normalizeText(leadIssuerOf(document) ?? '')}`;
}

/** Parts of a group of one title whose members are near their part’s first. */
function nearlyEqual(group: Group): Group[] {
  const parts: { shingles: ReadonlySet<string>; members: Document[] }[] = [];
  for (const document of group) {
    const shingles = textShingles(document.body);
    const part = parts.find((one) => areAlike(one.shingles, shingles, similarFrom));
    if (part) part.members.push(document);
    else parts.push({ shingles, members: [document] });
  }
  return parts.map(({ members }) => members).filter(({ length }) => length > 1);
}

function rowsOf(
  group: Group,
  { basis, index, today }: { basis: string; index: number; today: LocalDate },
): Row[] {
  const reason = mayBeVersions(group, today) ? `${basis}；或为先后版本` : basis;
  return group.map((document) => ({
    group: index + 1,
    reason,
    ...documentCells(document),
    issuedOn: document.issuedOn ?? '',
    effectiveFrom: document.effectiveFrom ?? '',
    validity: codeLists.validity[validityOn(document, today)],
  }));
}

/** A law that was revised keeps number and title: the days on which its texts begin differ, or the older has ended. */
function mayBeVersions(group: Group, today: LocalDate): boolean {
  const starts = new Set(group.flatMap(({ effectiveFrom }) => effectiveFrom ?? []));
  const states = new Set(group.map((document) => isEnded(validityOn(document, today))));
  return starts.size > 1 || states.size > 1;
}
