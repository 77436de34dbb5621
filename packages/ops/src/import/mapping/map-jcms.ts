import { type DocumentContent, codeLists } from '@gongwen/schemas';
import { cleanLine, cut } from './clean-text.ts';
import { type Fields, type Mapped, type Place, isFields, present, textField } from './draft.ts';
import { readJcmsBody } from './jcms-body.ts';
import { jcmsDates } from './jcms-dates.ts';
import { elementWarnings, jcmsElements } from './jcms-elements.ts';
import { policyKind } from './policy-kind.ts';
import { maximumBodyLength } from './read-body.ts';
import { type IssuersReading, issuersOfTitle, readIssuers } from './read-issuers.ts';
import { type NumberReading, readNumber } from './read-number.ts';
import { type TitleReading, isDocumentNumber, readTitle } from './read-title.ts';
import { readValidity } from './read-validity.ts';
import { noTitle, tooLongBody, unknownDisclosure } from './refusals.ts';
import { warning } from './warning.ts';

const collection = 'jcms';

/** An `<article>` of a Hanweb jcms batch (DOMAIN §10). The known defects of its exporter are warnings. */
export function mapJcms(record: Fields, place: Place): Mapped {
  const article = isFields(record['article']) ? record['article'] : {};
  const title = readTitle(textField(article, 'title'));
  if (title.title === '') return { ...noTitle, pointer: '/article/title' };
  const body = readJcmsBody(article);
  const length = body.body?.text?.length ?? body.body?.html?.length ?? 0;
  if (length > maximumBodyLength) return { ...tooLongBody, pointer: '/article/text' };
  const disclosure = disclosureOf(article);
  if (disclosure === undefined) return unknownDisclosure;
  const isUnreliable = isOfUnreliableExporter(article);
  const number = numberOf(article, title);
  const issuers = issuersOf(article, title.title);
  const dates = jcmsDates(article, body.plainText, isUnreliable);
  const validity = readValidity(textField(article, 'vc_validate'));
  const elements = jcmsElements(article);
  const content = present<DocumentContent>({
    ...kindOf(article, title.title, issuers.issuers[0]?.name ?? ''),
    title: title.title,
    subtitle: number.isSubtitle ? undefined : cut(cleanLine(textField(article, 'caption')), 500),
    disclosure,
    documentNumber: number.number,
    issuers: issuers.issuers,
    ...dates.days,
    ...elements,
    body: body.body,
  });
  const parts = [title, number, issuers, dates, validity, body];
  const warnings = [
    ...(record['isMended'] === true ? [warning('section_end_mended')] : []),
    ...parts.flatMap((part) => part.warnings),
    ...elementWarnings(article, isUnreliable),
    ...(isUnreliable && disclosure === 'active' ? [warning('disclosure_constant')] : []),
  ];
  const { statedValidity } = validity;
  const source = { collection, file: place.file, row: place.line };
  return {
    outcome: 'document',
    draft: { content, source, warnings, ...(statedValidity && { statedValidity }) },
  };
}

/** The defects come together: an exporter that fills in the validity is another one. */
function isOfUnreliableExporter(article: Fields): boolean {
  return textField(article, 'vc_validate').trim() === '' || textField(article, 'validend').startsWith('0000');
}

/** Nothing is public only because a word is unknown; empty is what the exporter’s constant stands for. */
function disclosureOf(article: Fields): DocumentContent['disclosure'] | undefined {
  const text = cleanLine(textField(article, 'vc_openmodel'));
  if (text === '') return 'active';
  const found = Object.entries(codeLists.disclosure).find(([, label]) => label === text);
  return found?.[0] as DocumentContent['disclosure'] | undefined; // a key of the code list
}

/** The element, which the exporter fills from the subtitle; then the subtitle itself, then the title. */
function numberOf(article: Fields, title: TitleReading): NumberReading & { isSubtitle: boolean } {
  const caption = cleanLine(textField(article, 'caption'));
  const isSubtitle = isDocumentNumber(caption);
  const column = readNumber(textField(article, 'vc_filenumber'));
  const doubts = isSubtitle ? [warning('number_from_subtitle', caption)] : [];
  if (column.number) {
    const isSame = column.number.canonical === readNumber(caption).number?.canonical;
    return { ...column, isSubtitle: isSame, warnings: [...column.warnings, ...(isSame ? doubts : [])] };
  }
  const other = readNumber(isSubtitle ? caption : (title.number ?? ''));
  return { ...other, isSubtitle, warnings: [...column.warnings, ...other.warnings, ...doubts] };
}

/** The format has no element for the issuer: the bodies of the title, else who has put it on the site. */
function issuersOf(article: Fields, title: string): IssuersReading {
  const ofTitle = issuersOfTitle(title);
  if (ofTitle.issuers.length > 0) return ofTitle;
  const { issuers, warnings } = readIssuers(textField(article, 'vc_fbjg'));
  const names = issuers.map(({ name }) => name).join('、');
  return {
    issuers,
    warnings: names === '' ? warnings : [...warnings, warning('issuers_from_publisher', names)],
  };
}

/** 体裁 names the class or is a genre of its own; only normative documents are registered. */
function kindOf(article: Fields, title: string, issuer: string): Pick<DocumentContent, 'docClass' | 'genre'> {
  const genre = cut(cleanLine(textField(article, 'vc_servicename')), 1000);
  const named = Object.entries(codeLists.docClass).find(([, label]) => label === genre);
  const { content } = policyKind({ docType: genre }, title, issuer);
  const { instrumentForm: _, ...kind } = content;
  if (named) return { ...kind, docClass: named[0] as DocumentContent['docClass'] }; // a key of the code list
  const isRegistered = textField(article, 'vc_standardfile').trim() !== '';
  const docClass =
    isRegistered && kind.docClass === 'other_policy_document' ? 'normative_document' : kind.docClass;
  return present({ ...kind, docClass, genre });
}
