import type { DocumentContent } from '@gongwen/schemas';
import { cleanLine, cleanText, cut, withoutTags } from './clean-text.ts';
import { type Fields, type Mapped, type Place, isFields, present, textField, textsField } from './draft.ts';
import { type LawHistory, originDays, readHistory } from './law-history.ts';
import { policyKind } from './policy-kind.ts';
import { readPolicyDates } from './policy-dates.ts';
import { maximumBodyLength, readBody } from './read-body.ts';
import { issuersOfTitle, readIssuers } from './read-issuers.ts';
import { type NumberReading, readNumber } from './read-number.ts';
import { type TitleReading, readTitle } from './read-title.ts';
import { readValidity } from './read-validity.ts';
import { noTitle, tooLongBody } from './refusals.ts';
import { type Warning, warning } from './warning.ts';

const maximumLine = 1000;
const maximumNote = 5000;

/** A record of a list of policies: `source`, `title`, `url` and whatever columns its collection has. */
export function mapPolicy(record: Fields, place: Place): Mapped {
  const title = splitHeading(record, readTitle(textField(record, 'title')));
  if (title.title === '') return noTitle;
  const body = readBody(textField(record, 'body'), textField(record, 'bodyHtml'));
  if (lengthOf(body.body?.text ?? body.body?.html) > maximumBodyLength) return tooLongBody;
  const caption = cleanText(textField(record, 'captionNote').replaceAll(/\{style=[^}]*\}/g, ''));
  const history = readHistory(caption === '' ? [] : [caption]);
  const number = numberOf(record, title, caption);
  const issuers = issuersOf(record, title);
  const dates = readPolicyDates(record, history.entries);
  const kind = policyKind(record, title.title, issuers.issuers[0]?.name ?? '');
  const validity = readValidity(textField(record, 'validity'));
  const url = urlOf(record);
  const content = present<DocumentContent>({
    ...kind.content,
    title: title.title,
    disclosure: 'active',
    documentNumber: number.number,
    captionNote: cut(caption, maximumNote),
    sourceUrls: url.url === undefined ? [] : [url.url],
    issuers: issuers.issuers,
    ...dates.days,
    ...eventDays(history),
    ...plainColumns(record),
    history: [...history.entries],
    body: body.body,
  });
  const parts = [title, number, issuers, dates, kind, validity, url, body];
  const versionOn = history.entries.findLast(({ event }) => event !== 'in_force')?.on;
  return {
    outcome: 'document',
    draft: {
      content,
      source: sourceOf(record, place, url.url),
      warnings: [...parts.flatMap(({ warnings }) => warnings), ...yearDoubts(content)],
      ...(validity.statedValidity && { statedValidity: validity.statedValidity }),
      ...(versionOn !== undefined && { versionOn, originDays: originDays(history.entries) }),
      ...(dates.versionFrom !== undefined && { versionFrom: dates.versionFrom }),
    },
  };
}

/** A gazette’s title joins the carrier and what it carries: “…的通知 ……规划”. */
function splitHeading(record: Fields, reading: TitleReading): TitleReading {
  if (textField(record, 'docType') !== '国务院公报') return reading;
  const [, carrier, carried] = /^(.+?(?:通知|决定|公告|批复|意见)) (.+)$/.exec(reading.title) ?? [];
  const plain = reading.title.replaceAll(/\s*…{2,}.*$/g, '');
  if (carrier === undefined || carried === undefined) return { ...reading, title: plain };
  return {
    ...reading,
    title: carrier,
    warnings: [...reading.warnings, warning('title_split', cut(carried, 200))],
  };
}

/** The column first, then the title, then a number that opens the 题注. */
function numberOf(record: Fields, title: TitleReading, caption: string): NumberReading {
  const column = readNumber(textField(record, 'documentNumber'));
  if (column.number) return column;
  const found = title.number ?? /^[\p{Script=Han}]{1,16}〔\d{4}〕\d+号/u.exec(caption)?.[0] ?? '';
  const other = readNumber(found);
  return { ...other, warnings: [...column.warnings, ...other.warnings] };
}

function issuersOf(record: Fields, title: TitleReading) {
  const column = textField(record, 'issuer');
  return column.trim() === '' ? issuersOfTitle(title.title) : readIssuers(column);
}

function urlOf(record: Fields): { url?: string; warnings: Warning[] } {
  const text = textField(record, 'url').trim();
  if (text === '') return { warnings: [] };
  const isUsable = /^https?:\/\/[^\s<>"\\]+$/.test(text) && text.length <= 2000;
  return isUsable
    ? { url: text, warnings: [] }
    : { warnings: [warning('url_unusable', cut(cleanLine(text), 200))] };
}

/** Columns that are taken as they are. */
function plainColumns(record: Fields): Partial<DocumentContent> {
  return {
    indexNumber: cut(cleanLine(textField(record, 'indexNumber')), maximumLine),
    themes: themesOf(record),
    abstract: cut(cleanText(withoutTags(textField(record, 'summary'))), maximumNote),
  };
}

function themesOf(record: Fields): string[] {
  const raw = isFields(record['raw']) ? record['raw'] : {};
  const header = isFields(raw['pageTable']) ? textField(raw['pageTable'], '主题分类') : '';
  const themes = [...textsField(record, 'themes'), header].map((theme) => cleanLine(withoutTags(theme)));
  return [...new Set(themes)].filter((theme) => theme !== '').slice(0, 20);
}

function eventDays({
  entries,
}: LawHistory): Pick<DocumentContent, 'adoptedOn' | 'approvedOn' | 'promulgatedOn'> {
  const last = (event: string) => entries.findLast((entry) => entry.event === event)?.on;
  return present({
    adoptedOn: last('adopted'),
    approvedOn: last('approved'),
    promulgatedOn: last('promulgated'),
  });
}

function sourceOf(record: Fields, place: Place, url: string | undefined) {
  return present({
    collection: cut(cleanLine(textField(record, 'source')), maximumLine) || 'policies',
    file: place.file,
    row: place.line,
    url,
  });
}

function yearDoubts({ documentNumber, issuedOn }: DocumentContent): Warning[] {
  const year = documentNumber?.year;
  const isOther = year !== undefined && issuedOn !== undefined && !issuedOn.startsWith(String(year));
  return isOther ? [warning('number_year_differs', `${documentNumber?.raw} ${issuedOn}`)] : [];
}

function lengthOf(text: string | undefined): number {
  return text?.length ?? 0;
}
