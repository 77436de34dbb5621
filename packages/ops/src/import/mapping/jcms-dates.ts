import type { LocalDate } from '@gongwen/domain';
import { type Fields, textField } from './draft.ts';
import { readDate } from './read-date.ts';
import { type Warning, warning } from './warning.ts';

type JcmsDay = 'issuedOn' | 'publishedOn' | 'effectiveUntil';

export interface JcmsDates {
  readonly days: { readonly [Day in JcmsDay]: LocalDate | undefined };
  readonly warnings: readonly Warning[];
}

/**
 * The dates of an article. `isUnreliable` says that its exporter has the known defects: a 12-hour clock, the day of
 * release as the day of issue, a constant as the end of validity.
 */
export function jcmsDates(article: Fields, plainText: string, isUnreliable: boolean): JcmsDates {
  const released = readDay(article, 'deploytime', '发布时间');
  const dated = readDay(article, 'datetime', '日期');
  const publishedOn = released.day ?? dated.day;
  const issued = issuedOn(article, plainText, isUnreliable ? [released.day, dated.day] : []);
  const until = effectiveUntil(article);
  const time = textField(article, 'deploytime') || textField(article, 'datetime');
  return {
    days: { issuedOn: issued.day, publishedOn, effectiveUntil: until.day },
    warnings: [
      ...[released, dated, issued, until].flatMap(({ warnings }) => warnings),
      ...(isUnreliable && morning.test(time) ? [warning('time_doubtful', time)] : []),
      ...(released.day && dated.day && released.day !== dated.day
        ? [warning('value_differs', `deploytime ${released.day} / datetime ${dated.day}`)]
        : []),
      ...(issued.day && publishedOn && publishedOn < issued.day
        ? [warning('published_before_issued', `${publishedOn} < ${issued.day}`)]
        : []),
    ],
  };
}

/** 01–12 may be an hour of the afternoon; 00 and 13–23 are none of a 12-hour clock. */
const morning = /[ T](?:0?[1-9]|1[0-2]):\d{2}/;

interface DayReading {
  readonly day: LocalDate | undefined;
  readonly warnings: readonly Warning[];
}

function readDay(article: Fields, element: string, label: string): DayReading {
  const text = textField(article, element).trim();
  const reading = readDate(text);
  if (reading.outcome === 'date') return { day: reading.date, warnings: [] };
  if (reading.outcome === 'empty') return { day: undefined, warnings: [] };
  const code = reading.outcome === 'incomplete' ? 'date_incomplete' : 'date_unreadable';
  return { day: undefined, warnings: [warning(code, `${label} ${text}`)] };
}

/** The element, unless it repeats a day of release; then what the text says. */
function issuedOn(
  article: Fields,
  plainText: string,
  releases: readonly (LocalDate | undefined)[],
): DayReading {
  const stated = readDay(article, 'c_complatedate', '成文日期');
  const isDoubtful = stated.day !== undefined && releases.includes(stated.day);
  if (stated.day !== undefined && !isDoubtful) return stated;
  const inText = dayOfIssueIn(plainText);
  const doubts = isDoubtful ? [warning('issued_on_is_release', stated.day)] : stated.warnings;
  if (inText === undefined) return { day: undefined, warnings: doubts };
  if (inText === stated.day) return stated; // issued and released on one day
  return { day: inText, warnings: [...doubts, warning('issued_on_from_text', inText)] };
}

/** The signature’s day at the end of the text, alone on its line; or a labelled one. */
function dayOfIssueIn(plainText: string): LocalDate | undefined {
  const lines = plainText.split('\n').map((line) => line.trim());
  const labelled = lines.map((line) => /^成文日期[:： ]*(.+)$/.exec(line)?.[1] ?? '');
  const last = lines.slice(-linesOfSignature).filter((line) => line.includes('年'));
  for (const line of [...labelled, ...last.toReversed()]) {
    const reading = readDate(line);
    if (reading.outcome === 'date') return reading.date;
  }
  return undefined;
}

/** A signature is followed by at most a note on publication and the titles of attachments. */
const linesOfSignature = 12;

function effectiveUntil(article: Fields): DayReading {
  return textField(article, 'validend').trim().startsWith('0000')
    ? { day: undefined, warnings: [warning('valid_end_constant', '0000-00-00')] }
    : readDay(article, 'validend', '有效期至');
}
