import type { HistoryEntry, Issuer } from '@gongwen/schemas';
import { cleanLine, cut } from './clean-text.ts';
import type { HistoryEvent } from './draft.ts';
import { chineseDate, existingChinese } from './read-date.ts';

/** A law’s 题注 as dated events. */
export interface LawHistory {
  readonly entries: readonly HistoryEntry[];
  /** Words before the first date, and dates that do not exist. */
  readonly unreadable: readonly string[];
}

const eventVerb = '(?:通过|批准|公布|发布|颁布|印发|修正|修订|修改|废止|施行|实施|执行|生效)';
/** A date opens a new event only after a finished one; “通过并经2018年…批准的决定修正” stays one event. */
const finished = new RegExp(`(?:^|${eventVerb})[。；;，,、)）\\s]*(?:根据|自|于|从|[(（])?\\s*$`);
const anyDate = new RegExp(chineseDate.source, 'g');
const maximumText = 1000;

/** Reads history lines: two events on one line, one event over two lines, numerals, full width. */
export function readHistory(lines: readonly string[]): LawHistory {
  const text = joined(lines);
  const starts = [...text.matchAll(anyDate)].filter(
    (match, index) => index === 0 || finished.test(text.slice(0, match.index)),
  );
  const entries: HistoryEntry[] = [];
  const front = cleanLine(text.slice(0, starts[0]?.index ?? text.length)).replace(/^[(（]?(?:根据)?/, '');
  const unreadable = front === '' ? [] : [front];
  for (const [index, match] of starts.entries()) {
    const words = text.slice(match.index + match[0].length, starts[index + 1]?.index);
    const reading = existingChinese(match);
    if (reading.outcome === 'date') entries.push(entryOf(reading.date, words));
    else unreadable.push(cleanLine(`${match[0]}${words}`));
  }
  return { entries, unreadable };
}

/** A line that begins with no date goes on where the line before stopped. */
function joined(lines: readonly string[]): string {
  const startsAnew = new RegExp(`^[(（]?(?:根据)?${chineseDate.source}`);
  return lines
    .map((line) => cleanLine(line.normalize('NFKC')))
    .reduce(
      (text, line) => (startsAnew.test(line) && text !== '' ? `${text} ${line}` : `${text}${line}`),
      '',
    );
}

function entryOf(on: string, words: string): HistoryEntry {
  const text = cleanLine(words)
    .replace(/(?:根据|自|于|[(（])$/, '')
    .replace(/^[，,、]/, '')
    .trim();
  const plain = text.replace(/[。；;，,)\]）》]+$/, '');
  return { on, event: eventOf(plain), ...(text !== '' && { text: cut(text, maximumText) }) };
}

/** The last verb decides, but a revision that is passed or approved stays a revision. */
const eventEndings: readonly (readonly [RegExp, HistoryEvent])[] = [
  [/(?:修订通过|通过修订|批准修订|修订|修订公布|修订发布)$/, 'revised'],
  [/(?:修正|修改|修改通过)$/, 'amended'],
  [/(?:废止)$/, 'repealed'],
  [/(?:施行|实施|执行|生效)$/, 'in_force'],
  [/批准$/, 'approved'],
  [/(?:公布|发布|颁布|印发)$/, 'promulgated'],
  [/通过$/, 'adopted'],
];

function eventOf(text: string): HistoryEvent {
  const isPromulgatedInForce = /(?:公布|发布)(?:施行|实施|生效|，自.*施行)$/.test(text);
  if (isPromulgatedInForce) return 'promulgated';
  return eventEndings.find(([ending]) => ending.test(text))?.[1] ?? 'other';
}

/** The events before the first change, and all that are older; of a law whose history begins with a change, that one. */
export function originalEvents(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const change = entries.find(isChange);
  if (change === undefined) return entries;
  const older = entries.filter(({ on }) => on < change.on);
  return older.length > 0 ? older : [change];
}

/** The days on which a law came into being: all its versions share them. */
export function originDays(entries: readonly HistoryEntry[]): string[] {
  const original = originalEvents(entries).filter(({ event }) => event !== 'in_force');
  const of = (wanted: HistoryEvent) => original.find(({ event }) => event === wanted)?.on;
  const days = [of('adopted'), of('promulgated')].filter((day) => day !== undefined);
  return days.length > 0 ? [...new Set(days)] : original.slice(0, 1).map(({ on }) => on);
}

/** Whether the law was changed then, and not made. */
export function isChange({ event }: HistoryEntry): boolean {
  return event === 'amended' || event === 'revised';
}

/** The last order (令) among the promulgations, as the text shows it. */
export function orderNumberIn(entries: readonly HistoryEntry[]): string | undefined {
  return entries
    .filter(({ event }) => event === 'promulgated')
    .map(({ text = '' }) => /^[\p{Script=Han}、 ]{1,60}?令\s*第?\s*\d+\s*号/u.exec(text)?.[0])
    .findLast((number) => number !== undefined);
}

/** Who adopted or promulgated: the congress of the last adoption, else the last promulgator, else who passed it. */
export function issuersIn(entries: readonly HistoryEntry[]): Issuer[] {
  const textOf = (...events: HistoryEvent[]) =>
    entries.findLast(({ event }) => events.includes(event))?.text ?? '';
  const passed = textOf('adopted', 'revised');
  const congress = congressIn(passed) ?? congressIn(entries[0]?.text ?? '');
  if (congress !== undefined) return [{ name: congress }];
  const [, names = ''] =
    /^(?:经)?([\p{Script=Han}、 ]{2,60}?)(?:令|公告|第|发布|公布|颁布|印发)/u.exec(textOf('promulgated')) ??
    /^经?([\p{Script=Han}]{2,30}?)(?:\d{4}年)?第\d+次/u.exec(passed) ??
    [];
  return names
    .replaceAll('中华人民共和国', '')
    .split(/[、 ]|(?<=部)(?=国家)/)
    .filter((name) => /(?:院|部|委|会|局|署|行|办|办公室|厅|府)$/.test(name))
    .map((name) => ({ name }));
}

const count = '[一二三四五六七八九十\\d]+';
const congressSession = new RegExp(
  `^(?<place>[\\p{Script=Han}]{0,12}?)第?${count}届(?<national>全国)?(?:人民代表大会|人大|人民代表会)` +
    `(?:第${count}次)?(?<committee>常务委员会|常委会)?`,
  'u',
);

/** “北京市第十三届人民代表大会常务委员会第二十二次会议” → 北京市人民代表大会常务委员会. */
export function congressIn(text: string): string | undefined {
  const { place = '', national = '', committee } = congressSession.exec(text)?.groups ?? {};
  if (place === '' && national === '') return undefined;
  return `${place}${national}人民代表大会${committee === undefined ? '' : '常务委员会'}`;
}
