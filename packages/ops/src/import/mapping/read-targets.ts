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
  return titlesIn(sentence, isMeant).map((target) =>
    relationOf(target, partOnly.test(target.after) ? 'partially_ends' : 'repeals'),
  );
}

/** Not what changed a target before, unless the sentence ends just that. */
function isMeant({ after, title }: NamedTitle): boolean {
  return !onTheWay.test(after) && (!/(?:的决定|修正案)$/.test(title) || /^(?:同时|即行)/.test(after));
}

interface NamedTitle {
  readonly title: string;
  /** From the title before that is meant, too. */
  readonly before: string;
  /** Up to the next title. */
  readonly after: string;
}

function titlesIn(text: string, isWanted: (title: NamedTitle) => boolean = () => true): NamedTitle[] {
  const line = cleanLine(text);
  const matches = [...line.matchAll(quoted)];
  let start = 0;
  return matches.flatMap((match, index) => {
    const end = match.index + match[0].length;
    const after = line.slice(end, matches[index + 1]?.index);
    const named = { title: match[0].slice(1, -1), before: line.slice(start, match.index), after };
    if (!isWanted(named)) return [];
    start = end;
    return [named];
  });
}

function relationOf({ title, before, after }: NamedTitle, type: Relation['type']): Relation {
  // “（1992年9月19日…通过）” behind a title belongs to it, what follows belongs to the next one
  const [behind = ''] = /^[（(][^（）()]*[）)]/.exec(after) ?? [];
  const words = `${before}${behind}`;
  const number = /[\p{Script=Han}]{1,16}[〔[]\d{4}[〕\]]\s*第?\d+号/u.exec(words)?.[0];
  const issuedOn = dateIn(behind) ?? dateIn(before);
  const target = present<DocumentReference>({ title: cut(title, 500), number, issuedOn });
  const isYearOnly = issuedOn === undefined && /\d{4}\s*年|[一二][〇○零九][^，。]{2}年/.test(words);
  if (type !== 'partially_ends')
    return { type, target, ...(isYearOnly && { scope: cut(words, maximumScope) }) };
  const part = cut(after.replace(/(?:同时|即行|予以).*$/u, '') || after, maximumScope);
  return { type, target, articles: [part], scope: part };
}

/** Of “1995年…批准，1996年…发布” the last day counts; of “1996年…通过，根据2016年…修正” the document’s own. */
function dateIn(words: string): string | undefined {
  const dates = [...words.normalize('NFKC').matchAll(anyDate)]
    .map(existingChinese)
    .flatMap((reading) => (reading.outcome === 'date' ? [reading.date] : []));
  return /修[正订改]/.test(words) ? dates[0] : dates.at(-1);
}
