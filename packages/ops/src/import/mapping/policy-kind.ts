import type { DocumentContent } from '@gongwen/schemas';
import { cleanLine, cut } from './clean-text.ts';
import { type Fields, present, textField, textsField } from './draft.ts';
import { isLifecycleTitle } from './law-kind.ts';
import { type Warning, warning } from './warning.ts';

type Level = NonNullable<DocumentContent['level']>;
type OfficialForm = NonNullable<DocumentContent['officialForm']>;

const levels: Readonly<Record<string, Level>> = {
  国家级: 'national',
  省级: 'province',
  市级: 'city',
  区级: 'county',
  县级: 'county',
  街镇级: 'township',
};

/** Longer endings first: 复函 is a letter, 批复 a reply. */
const forms: readonly (readonly [string, OfficialForm])[] = [
  ['决议', 'resolution'],
  ['决定', 'decision'],
  ['命令', 'order'],
  ['公报', 'communique'],
  ['公告', 'announcement'],
  ['通告', 'notice_public'],
  ['意见', 'opinion'],
  ['通知', 'notice'],
  ['通报', 'circular'],
  ['批复', 'reply'],
  ['函', 'letter'],
  ['纪要', 'minutes'],
];

const nationalIssuer =
  /^(?:原)?(?:国务院|中共中央|全国|国家|中华人民共和国|最高人民)|^[\p{Script=Han}]{2,10}部$/u;
/** Sites of the State Council and its bodies; a city’s site has the same form of name, so they are listed. */
const nationalHosts: ReadonlySet<string> = new Set([
  'gov.cn',
  'ndrc.gov.cn',
  'forestry.gov.cn',
  'mee.gov.cn',
]);

/** What kind of document a policy is: its class, level, 公文种类 and instrument. */
export function policyKind(
  record: Fields,
  title: string,
  issuer: string,
): {
  content: Pick<DocumentContent, 'docClass' | 'level' | 'officialForm' | 'instrumentForm'>;
  warnings: Warning[];
} {
  const kinds = textsField(record, 'docType').map(cleanLine);
  const stated = cleanLine(textField(record, 'level'));
  const level =
    levels[stated] ?? (nationalIssuer.test(issuer) || isNationalPage(record) ? 'national' : undefined);
  const bare = title.replace(/[(（][^()（）]*[)）]$/, '');
  return {
    content: present({
      docClass: docClassOf(kinds, title),
      level,
      officialForm: forms.find(([ending]) => bare.endsWith(ending))?.[1],
      instrumentForm: kinds[0] === undefined ? undefined : cut(kinds[0], 1000),
    }),
    warnings: stated !== '' && level === undefined ? [warning('level_unreadable', stated)] : [],
  };
}

function isNationalPage(record: Fields): boolean {
  const [, host = ''] = /^https?:\/\/(?:www\.)?([^/:]+)/.exec(textField(record, 'url')) ?? [];
  return nationalHosts.has(host);
}

function docClassOf(kinds: readonly string[], title: string): DocumentContent['docClass'] {
  const has = (part: string) => kinds.some((kind) => kind.includes(part));
  if (kinds.some((kind) => kind.endsWith('解读')) || /(?:答记者问|答问|解读)$/.test(title))
    return 'interpretation';
  if (has('地方性法规')) return 'local_regulation';
  if (has('规章')) return 'government_rule';
  if (isLifecycleTitle(title)) return 'lifecycle_decision';
  return 'other_policy_document';
}
