import { parseDocumentNumber } from '@gongwen/domain';
import { cleanLine, cut, withoutTags } from './clean-text.ts';
import { type Warning, warning } from './warning.ts';

export interface TitleReading {
  readonly title: string;
  /** The 文号 as the title shows it. */
  readonly number?: string;
  readonly warnings: readonly Warning[];
}

const maximumLength = 500;
const open = '[(（﹙]';
const close = '[)）﹚]';
const blankOrQuote = '(?:\\s+|(?<=》))';
const sequence = '第?\\s*(?:\\d{1,5}|[一二三四五六七八九十百]{1,6})\\s*号';
const inYear = '(?:(?:19|20)\\d{2}\\s*年?\\s*)?';
const bodies = '[\\p{Script=Han}、 ]{2,160}?';

/**
 * Where a title can hold the number, each with `title` (absent: the whole is the title too) and `number`. First match
 * that is a number wins; a parenthesis that is none, such as （试行）, stays in the title.
 */
const shapes: readonly RegExp[] = [
  new RegExp(`^(?<title>.+?)\\s*${open}(?:特急|加急|急)?\\s*(?<number>[^()（）﹙﹚]+)${close}$`, 'u'),
  new RegExp(
    `^(?<number>${bodies}(?:公告|令)\\s*${inYear}${sequence}(?:公告)?)(?:\\s*${open}(?<title>.+)${close})?$`,
    'u',
  ),
  new RegExp(`^(?<number>${bodies}(?:19|20)\\d{2}年${sequence}(?:公告|令))$`, 'u'),
  new RegExp(`^(?<title>.+?)${blankOrQuote}(?<number>${bodies}(?:公告|令)\\s*${inYear}${sequence})$`, 'u'),
  new RegExp(
    `^(?<title>.+?)${blankOrQuote}(?<number>(?:19|20)\\d{2}\\s*年?\\s*${sequence}(?:公告|令)?)$`,
    'u',
  ),
  new RegExp(`^(?<title>.+?)${open}(?<number>[^()（）﹙﹚]+令)${close}(?:${open}[一二三四五]${close})$`, 'u'),
];

/** A gazette’s heading: the order or announcement with its number in parentheses, then what it promulgates. */
const gazetteHeading = new RegExp(
  `^(?<body>${bodies}(?:公告|令))\\s*${open}(?<sequence>${inYear}${sequence})${close}\\s*(?<title>.+)$`,
  'u',
);

/** Takes markup and the 文号 out of a title. */
export function readTitle(raw: string): TitleReading {
  const parts = raw.split(/<br\s*\/?>/i).map((part) => cleanLine(withoutTags(part)));
  const whole = parts.join('');
  const hasMarkup = parts.length > 1 || cleanLine(raw) !== whole;
  const markup = hasMarkup ? [warning('title_markup')] : [];
  const last = parts.at(-1) ?? '';
  if (parts.length > 1 && isDocumentNumber(last)) {
    return shortened(parts.slice(0, -1).join(''), last, markup);
  }
  const { title, number } = split(whole) ?? { title: whole };
  return shortened(title, number, markup);
}

/** Whether a text is a 文号, be it one that lacks its agency or its 号. */
export function isDocumentNumber(text: string): boolean {
  if (parseDocumentNumber(text).form !== 'free') return true;
  return withoutAgency.test(text.normalize('NFKC').replaceAll(/\s/g, ''));
}

const withoutAgency = new RegExp(
  [
    `^(?:[\\p{Script=Han}、]{0,80}(?:公告|令))?${inYear}${sequence}(?:公告|令)?$`, // 2016年第11号公告
    '^[\\p{Script=Han}]{1,16}[〔[](?:19|20)\\d{2}[〕\\]]\\d{1,5}$', // without 号
    `^[〔[](?:19|20)\\d{2}[〕\\]]${sequence}$`,
    '^中华人民共和国国务院第\\d+号$',
    '^[\\p{Script=Han}]{2,40}(?:19|20)\\d{2}年第\\d{1,4}号(?:公告|令)$', // the agency in front, 公告 behind
  ].join('|'),
  'u',
);

function split(whole: string): { title: string; number?: string } | undefined {
  const heading = gazetteHeading.exec(whole)?.groups;
  if (heading)
    return { title: heading['title'] ?? whole, number: `${heading['body']}${heading['sequence']}` };
  for (const shape of shapes) {
    const { title = whole, number } = shape.exec(whole)?.groups ?? {};
    if (number !== undefined && isDocumentNumber(number)) return { title, number: cleanLine(number) };
  }
  return undefined;
}

function shortened(title: string, number: string | undefined, markup: readonly Warning[]): TitleReading {
  const plain = title.replace(/^《([^《》]+)》$/, '$1').trim();
  const warnings = [
    ...markup,
    ...(number === undefined ? [] : [warning('number_in_title')]),
    ...(plain.length > maximumLength ? [warning('text_cut', '标题')] : []),
  ];
  return { title: cut(plain, maximumLength), ...(number !== undefined && { number }), warnings };
}
