import type { Document } from '@gongwen/schemas';
import type { Column, Row } from './report.ts';

/** The columns that tell a reader which document is meant. */
export const documentColumns: readonly Column[] = [
  { key: 'documentId', zh: '公文标识' },
  { key: 'title', zh: '标题' },
  { key: 'number', zh: '文号' },
  { key: 'issuer', zh: '发文机关' },
];

/** Their cells; empty where the document does not say. */
export function documentCells(document: Document): Row {
  const { documentId, title, documentNumber } = document;
  return { documentId, title, number: documentNumber?.raw ?? '', issuer: leadIssuerOf(document) ?? '' };
}

/** 牵头机关: of a joint issue the first. */
export function leadIssuerOf({ issuers = [] }: Document): string | undefined {
  return issuers[0]?.name;
}
