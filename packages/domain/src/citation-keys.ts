import type { Document, DocumentReference } from '@gongwen/schemas';
import { parseDocumentNumber } from './document-number.ts';
import { titleKey } from './title-key.ts';

type Named = Pick<
  Document,
  'documentId' | 'title' | 'formerTitles' | 'documentNumber' | 'formerNumbers' | 'instruments'
>;

/**
 * Every key by which a document may be cited: its id, its 文号 in one spelling, its title without what spellings differ
 * in; also those that it had before, and the titles of the instruments that it carries.
 */
export function citationKeysOf(document: Named): string[] {
  const { documentId, title, formerTitles = [], documentNumber, formerNumbers = [] } = document;
  const numbers = [...(documentNumber ? [documentNumber.raw] : []), ...formerNumbers];
  const titles = [title, ...formerTitles, ...(document.instruments ?? []).map((one) => one.title)];
  return [...new Set([`id:${documentId}`, ...numbers.map(numberKey), ...titles.map(titleKeyOf)])];
}

/** The keys of a reference, the surest first. */
export function referenceKeysOf({ documentId, number, title }: DocumentReference): string[] {
  return [
    ...(documentId === undefined ? [] : [`id:${documentId}`]),
    ...(number === undefined ? [] : [numberKey(number)]),
    ...(title === undefined ? [] : [titleKeyOf(title)]),
  ];
}

/** The surest key of every document that this one cites: in its relations and as the decisions that changed it. */
export function citedKeysOf({
  relations = [],
  lifecycle,
}: Pick<Document, 'relations' | 'lifecycle'>): string[] {
  const references = [
    ...relations.map(({ target }) => target),
    ...lifecycle.flatMap(({ decision }) => decision ?? []),
  ];
  return [...new Set(references.flatMap((reference) => referenceKeysOf(reference).slice(0, 1)))];
}

/** The order of one body under two names is one order. */
const agencyNames: Readonly<Record<string, string>> = {
  国: '国务院',
  中华人民共和国国务院: '国务院',
  中华人民共和国主席: '主席',
};

function numberKey(raw: string): string {
  const { canonical = raw, form, agencyCode = '' } = parseDocumentNumber(raw);
  const name = form === 'order' ? agencyNames[agencyCode] : undefined;
  return `number:${name === undefined ? canonical : canonical.replace(agencyCode, name)}`;
}

/** A citation often stands in 《》, and names the instrument where the document is its carrier. */
function titleKeyOf(title: string): string {
  return `title:${titleKey(title)}`;
}
