import { type DocumentContent, codeLists } from '@gongwen/schemas';
import { cleanLine, cleanText, cut } from './clean-text.ts';
import { type Fields, present, textField } from './draft.ts';
import { type Warning, warning } from './warning.ts';

const maximumLine = 1000;
const maximumNote = 5000;

/** Elements that are read, here or elsewhere. An id beside a name, and the editor’s personal name, are left out knowingly. */
const known: ReadonlySet<string> = new Set(
  `title caption leadtitle linktitle text datetime deploytime c_complatedate validend vc_validate vc_filenumber
  vc_indexcode vc_standardfile vc_openmodel vc_ztflid vc_ztflname vc_serviceid vc_servicename vc_service vc_wgkfl
  vc_number vc_fbjg source editor keyword describe image media attach`.split(/\s+/),
);

/** Elements that are taken as they are. */
export function jcmsElements(article: Fields): Partial<DocumentContent> {
  const line = (name: string) => cut(cleanLine(textField(article, name)), maximumLine);
  const region = line('vc_area');
  return present<Partial<DocumentContent>>({
    kicker: cut(line('leadtitle'), 500),
    linkTitle: line('linktitle') === line('title') ? undefined : cut(line('linktitle'), 500),
    indexNumber: line('vc_indexcode'),
    registrationNumber: line('vc_standardfile'),
    themes: listOf(line('vc_ztflname'), /[;；|]/).slice(0, 20),
    audiences: listOf(line('vc_service')).slice(0, 50),
    fiveOpenings: fiveOpeningOf(line('vc_wgkfl')),
    catalogCodes: listOf(line('vc_number')).slice(0, 20),
    publisher: line('vc_fbjg'),
    regionCode: isRegionCode(region) ? region : undefined,
    source: line('source'),
    keywords: listOf(line('keyword')).slice(0, 100),
    abstract: cut(cleanText(textField(article, 'describe')), maximumNote),
  });
}

/** What has no place in a document, and, of an unreliable exporter, what it sends empty. */
export function elementWarnings(article: Fields, isUnreliable: boolean): Warning[] {
  const names = Object.keys(article);
  const filled = names.filter((name) => textField(article, name).trim() !== '');
  const lost = filled.filter((name) => !known.has(name) && !isKept(article, name));
  const empty = isUnreliable ? names.filter((name) => name.startsWith('vc_') && !filled.includes(name)) : [];
  return [
    ...(lost.length > 0 ? [warning('elements_not_kept', lost.join(' '))] : []),
    ...(empty.length > 0 ? [warning('elements_empty', empty.join(' '))] : []),
  ];
}

function isKept(article: Fields, name: string): boolean {
  return name === 'vc_area' && isRegionCode(textField(article, name).trim());
}

function isRegionCode(text: string): boolean {
  return /^\d{6}$/.test(text);
}

/** Semicolons, where there are any: names of themes and services have commas inside. */
function listOf(text: string, separator = /[;；]/.test(text) ? /[;；]/ : /[,，、\s]+/): string[] {
  const items = text.split(separator).map((item) => item.trim());
  return [...new Set(items)].filter((item) => item !== '');
}

function fiveOpeningOf(text: string): DocumentContent['fiveOpenings'] {
  const found = Object.entries(codeLists.fiveOpenings).find(([, label]) =>
    text.startsWith(label.slice(0, 2)),
  );
  return found?.[0] as DocumentContent['fiveOpenings']; // a key of the code list
}
