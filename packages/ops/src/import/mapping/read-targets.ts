import type { DocumentReference, Relation } from '@gongwen/schemas';
import { cleanLine, cut } from './clean-text.ts';
import { present } from './draft.ts';
import { chineseDate, existingChinese } from './read-date.ts';

const maximumScope = 1000;
const quoted = /《(?:[^《》]|《[^《》]*》)+》/g;
const anyDate = new RegExp(chineseDate.source, 'g');
const partOnly = /^(?:第[\p{Script=Han}\d]+[条款项章节]|中?(?:有关|关于))/u;
/** A decision that changed the target before, or what it was changed by: named on the way, not meant. */
const onTheWay = /^(?:的)?(?:第[\p{Script=Han}\d]+次)?(?:修正|修订|修改|通过)/u;

/** One line of a decision, such as “废止1988年4月7日…通过的《…》” or “二、对《…》的修改”: its first title is meant. */
export function readTarget(line: string, type: Relation['type']): Relation | undefined {
  const [target] = titlesIn(line);
  return target && relationOf(target, type);
}

/** What a sentence such as “1995年…发布的《…》、《…》同时废止” ends: each title with the words in front of it. */
export function readRepealSentence(sentence: string): Relation[] {
  return titlesIn(sentence)
    .filter(({ after, title }) => !onTheWay.test(after) && !/(?:的决定|修正案)$/.test(title))
    .map((target) => relationOf(target, partOnly.test(target.after) ? 'partially_ends' : 'repeals'));
}

interface NamedTitle {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

function titlesIn(text: string): NamedTitle[] {
  const line = cleanLine(text).normalize('NFC');
  const matches = [...line.matchAll(quoted)];
  return matches.map((match, index) => {
    const former = matches[index - 1];
    const start = former ? former.index + former[0].length : 0;
    const end = match.index + match[0].length;
    return {
      title: match[0].slice(1, -1),
      before: line.slice(start, match.index),
      after: line.slice(end, matches[index + 1]?.index),
    };
  });
}

function relationOf({ title, before, after }: NamedTitle, type: Relation['type']): Relation {
  // “（1992年9月19日…通过）” behind a title belongs to it, what follows belongs to the next one
  const [behind = ''] = /^[（(][^（）()]*[）)]/.exec(after) ?? [];
  const words = `${before}${behind}`;
  const number = /[\p{Script=Han}]{1,16}[〔[]\d{4}[〕\]]\s*第?\d+号/u.exec(words)?.[0];
  const issuedOn = lastDateIn(behind) ?? lastDateIn(withoutLaterChanges(before));
  const target = present<DocumentReference>({ title: cut(title, 500), number, issuedOn });
  const isYearOnly = issuedOn === undefined && /\d{4}\s*年|[一二][〇○零九][^，。]{2}年/.test(words);
  if (type !== 'partially_ends')
    return { type, target, ...(isYearOnly && { scope: cut(words, maximumScope) }) };
  const part = cut(after.replace(/(?:同时|即行|予以).*$/u, '') || after, maximumScope);
  return { type, target, articles: [part], scope: part };
}

/** “1996年…通过，根据2016年…修正的”: the first day is the document’s own. */
function withoutLaterChanges(words: string): string {
  return words.replace(/[，,]\s*(?:根据)?[^，,]*(?:修正|修订|修改)的?$/u, '');
}

function lastDateIn(words: string): string | undefined {
  const readings = [...words.normalize('NFKC').matchAll(anyDate)].map(existingChinese);
  const last = readings.findLast(({ outcome }) => outcome === 'date');
  return last?.outcome === 'date' ? last.date : undefined;
}
