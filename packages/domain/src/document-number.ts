import type { DocumentNumber } from '@gongwen/schemas';
import { normalizeText } from './normalize-text.ts';

const year = '(?:19|20)\\d{2}';
const yearBrackets = new RegExp(`[〔\\[(【〖﹝［（{]\\s*(${year})\\s*(?:年)?\\s*[〕\\])】〗﹞］）}]`, 'g');
const agencyYear = new RegExp(
  `^(?<agency>[\\u4e00-\\u9fff]{1,16})〔(?<year>${year})〕第?0*(?<seq>[1-9]\\d{0,4})号$`,
);
const announcement = new RegExp(
  `^(?<agency>[\\u4e00-\\u9fff、]{2,30}?)公告(?:〔(?<bracketed>${year})〕|(?<year>${year})年)第?0*(?<seq>[1-9]\\d{0,3})号$`,
);
const maximumFreeLength = 1000;
const order = /^(?<agency>[\u4e00-\u9fff、]{1,40}?)(?<form>令)?第?0*(?<seq>[1-9]\d{0,4})号(?<late>令)?$/;

/**
 * Reads a 发文字号 in any spelling seen in the wild (GB/T 9704 §7.2.5; DOMAIN §5): bracket kinds, full width,
 * traditional characters, padding, 第. Two spellings of one number have one `canonical`.
 *
 * @returns always a number; what follows no grammar has the form `free` and keeps its own words
 */
export function parseDocumentNumber(raw: string): DocumentNumber {
  const text = normalizeText(raw)
    .replaceAll(/\s+/g, '')
    .replace(/^文号:/, '')
    .replace(/^\((.*)\)$/, '$1')
    .replaceAll(yearBrackets, '〔$1〕');
  // an announcement first: with a bracketed year it would pass for an agency code that ends in 公告
  return (
    announcementNumber(raw, text) ?? agencyYearNumber(raw, text) ?? orderNumber(raw, text) ?? free(raw, text)
  );
}

function announcementNumber(raw: string, text: string): DocumentNumber | undefined {
  const groups = announcement.exec(text)?.groups;
  if (!groups) return undefined;
  const { agencyCode, sequence } = parts(groups);
  const inYear = Number(groups['year'] ?? groups['bracketed']);
  const canonical = `${agencyCode}公告${inYear}年第${sequence}号`;
  return { raw, canonical, form: 'announcement', agencyCode, year: inYear, sequence };
}

function agencyYearNumber(raw: string, text: string): DocumentNumber | undefined {
  const groups = agencyYear.exec(text)?.groups;
  if (!groups) return undefined;
  const { agencyCode, sequence } = parts(groups);
  const inYear = Number(groups['year']);
  const canonical = `${agencyCode}〔${inYear}〕${sequence}号`;
  return { raw, canonical, form: 'agency_year', agencyCode, year: inYear, sequence };
}

function orderNumber(raw: string, text: string): DocumentNumber | undefined {
  const groups = order.exec(text)?.groups;
  if (!groups || (groups['form'] === undefined && groups['late'] === undefined)) return undefined;
  const { agencyCode, sequence } = parts(groups);
  return { raw, canonical: `${agencyCode}令第${sequence}号`, form: 'order', agencyCode, sequence };
}

function parts(groups: Record<string, string | undefined>): { agencyCode: string; sequence: number } {
  return { agencyCode: groups['agency'] ?? '', sequence: Number(groups['seq']) };
}

function free(raw: string, text: string): DocumentNumber {
  // NFKC can lengthen a text beyond what the schema allows
  const canonical = [...text].slice(0, maximumFreeLength).join('');
  return { raw, canonical: canonical === '' ? raw : canonical, form: 'free' };
}
