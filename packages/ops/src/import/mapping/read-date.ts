import { type LocalDate, isLocalDate } from '@gongwen/domain';

export type DateReading =
  | { readonly outcome: 'date'; readonly date: LocalDate }
  | { readonly outcome: 'empty' | 'incomplete' | 'unreadable' };

/** A date inside Chinese text, after NFKC: `2014年4月24日` or `一九八四年九月十日`, blanks allowed. */
export const chineseDate =
  /(?<year>(?:1[89]|20)\s*\d\s*\d|[一二][〇○零Oo一二三四五六七八九]{3})\s*年\s*(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日/;

const isoDate = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ].*)?$/;

/** Reads a date in any spelling of the lists: ISO with or without time, Chinese, blank-padded, full width. */
export function readDate(text: string): DateReading {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^\((.*)\)$/, '$1');
  if (plain === '') return { outcome: 'empty' };
  if (/^\d{4}(?:[-/.年]\d{1,2}月?|年)?$/.test(plain)) return { outcome: 'incomplete' };
  const [, year, month, day] = isoDate.exec(plain) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return existing(year, month, day);
  const chinese = new RegExp(`^${chineseDate.source}$`).exec(plain);
  return chinese ? existingChinese(chinese) : { outcome: 'unreadable' };
}

/** The date that a match of `chineseDate` stands for, if it exists. */
export function existingChinese({ groups }: RegExpExecArray | RegExpMatchArray): DateReading {
  const { year = '', month = '', day = '' } = groups ?? {};
  return existing(chineseYear(year.replaceAll(/\s/g, '')), chineseCount(month), chineseCount(day));
}

function existing(year: string, month: string, day: string): DateReading {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const inRange = date >= '1800' && date < '2200';
  return inRange && isLocalDate(date) ? { outcome: 'date', date } : { outcome: 'unreadable' };
}

const digits: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  零: '0',
  O: '0',
  o: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

function chineseYear(text: string): string {
  return [...text].map((character) => digits[character] ?? character).join('');
}

/** 1–31 in numerals: 三, 十, 十二, 二十, 二十一. */
function chineseCount(text: string): string {
  if (/^\d+$/.test(text)) return text;
  const [, tens, unit] = /^(.?)十(.?)$/.exec(text.length === 1 && text !== '十' ? '' : text) ?? [];
  if (tens === undefined || unit === undefined) return digits[text] ?? '';
  return `${tens === '' ? '1' : digits[tens]}${unit === '' ? '0' : digits[unit]}`;
}
