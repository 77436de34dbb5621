import { type LocalDate, localDateOf, validityOn } from '@gongwen/domain';
import { type Document, type Validity, codeLists, validityGroups } from '@gongwen/schemas';
import { type LinkTo, type LongText, hanwebFiles, hanwebText } from './hanweb-text.ts';
import { xmlElement } from './xml-element.ts';

export interface HanwebContext {
  /** The day on which the validity is stated. */
  readonly today: LocalDate;
  /** When the gateway accepted the publication. */
  readonly acceptedAt: Date;
  readonly linkTo: LinkTo;
  /** The text of a `body.file`. */
  readonly longText?: LongText | undefined;
}

/**
 * A document as an `<article>` of a Hanweb jcms batch (DOMAIN §10), without the defects of the usual exporter: every
 * date is the one its element is for or empty, times have 24 hours, `]]>` is split.
 */
export function hanwebArticle(document: Document, context: HanwebContext): string {
  const { documentNumber, disclosure, fiveOpenings, docClass } = document;
  const released = releaseOf(document.publishedOn, context.acceptedAt);
  const files = hanwebFiles(document, context.linkTo);
  const elements: Record<string, string | undefined> = {
    title: document.title,
    caption: document.subtitle,
    leadtitle: document.kicker,
    linktitle: document.linkTitle,
    text: hanwebText(document, context.linkTo, context.longText),
    datetime: released,
    deploytime: released,
    c_complatedate: document.issuedOn,
    validend: document.effectiveUntil,
    vc_validate: validityWord(validityOn(document, context.today)),
    vc_filenumber: documentNumber?.canonical ?? documentNumber?.raw,
    vc_indexcode: document.indexNumber,
    vc_standardfile: document.registrationNumber,
    vc_openmodel: codeLists.disclosure[disclosure],
    vc_ztflname: listed(document.themes),
    vc_servicename: document.genre ?? codeLists.docClass[docClass],
    vc_service: listed(document.audiences),
    vc_wgkfl: fiveOpenings && codeLists.fiveOpenings[fiveOpenings],
    vc_number: listed(document.catalogCodes),
    vc_fbjg: document.publisher ?? document.issuers?.[0]?.name,
    vc_area: document.regionCode,
    source: document.source,
    keyword: listed(document.keywords),
    describe: document.abstract,
    attach: listed(files),
  };
  const lines = Object.entries(elements).map(([name, text]) => xmlElement(name, text ?? ''));
  return `<article>\n${lines.join('\n')}\n</article>\n`;
}

/** What stands before and behind the articles of a batch. */
export const hanwebFrame = {
  start: '<?xml version="1.0" encoding="UTF-8"?>\n<book>\n<edition>1.0</edition>\n',
  end: '</book>\n',
} as const;

/** The day of release, with the time where the gateway took it on that day; of older documents only the day is known. */
function releaseOf(publishedOn: LocalDate | undefined, acceptedAt: Date): string | undefined {
  if (publishedOn === undefined) return undefined;
  const time = localDateOf(acceptedAt) === publishedOn ? timeInShanghai(acceptedAt) : '00:00:00';
  return `${publishedOn} ${time}`;
}

function timeInShanghai(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 19);
}

/** The word that the public reads. */
function validityWord(validity: Validity): string {
  if (validity === 'not_applicable') return codeLists.validity.not_applicable;
  const groups: readonly { zh: string; states: readonly Validity[] }[] = Object.values(validityGroups);
  return groups.find(({ states }) => states.includes(validity))?.zh ?? '';
}

function listed(items: readonly string[] | undefined): string | undefined {
  return items?.join(';');
}
