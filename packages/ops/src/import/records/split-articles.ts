import { elementBefore, endLookahead, sectionEndAt, sectionStart } from './section-end.ts';

/** A part of an XML batch, one character a byte. `other` is what stands between articles. */
export interface BatchPart {
  readonly kind: 'article' | 'other';
  readonly text: string;
  /** It is too long; this is its beginning. */
  readonly isCut: boolean;
}

/** Takes a batch piece by piece, gives its parts. */
export interface ArticleSplitter {
  push(text: string): BatchPart[];
  /** What is left at the end of the file. */
  end(): BatchPart[];
}

/** Where in the text of the current part the search is. */
type Cursor =
  | { readonly state: 'between' | 'article' | 'cut'; readonly at: number }
  | {
      readonly state: 'section';
      readonly at: number;
      readonly element: string | undefined;
      /** Behind the section’s start, or its last `]]>`. */
      readonly from: number;
    };

type Step =
  | { readonly found: 'nothing yet' | 'a mark'; readonly cursor: Cursor }
  | { readonly found: 'a part'; readonly length: number; readonly cursor: Cursor };

const articleStart = /<article(?=[\s>])/g;
const articleEndOrSection = /<\/article\s*>|<!\[CDATA\[/g;
const articleAfterCut = /<\/article\s*>\s*(?=<article[\s>]|<\/book\s*>)/g;
/** An article is over, or a new one has begun, however broken this one is: nobody writes these inside of a text. */
const surelyOver = /\]\]>\s*<\/[\w.:-]+\s*>\s*<\/article\s*>\s*(?=<article[\s>]|<\/book\s*>)/y;
const surelyNew = /<article\s*>\s*<[A-Za-z_][\w.:-]*>\s*<!\[CDATA\[/;

/**
 * Splits a batch into its articles. It knows CDATA sections, because HTML in them has articles of its own, and knows a
 * `]]>` that is content; an article that stays broken ends where the next one surely begins.
 */
export function createArticleSplitter(maximumLength: number): ArticleSplitter {
  let text = '';
  let cursor: Cursor = { state: 'between', at: 0 };

  const takeParts = (isLast: boolean): BatchPart[] => {
    const parts: BatchPart[] = [];
    for (
      let step: Step;
      (step = nextStep(text, cursor, isLast)).found !== 'nothing yet';
      cursor = step.cursor
    ) {
      if (step.found !== 'a part') continue;
      const kind = kindOf(cursor);
      if (kind && step.length > 0) parts.push({ kind, text: text.slice(0, step.length), isCut: false });
      text = text.slice(step.length);
    }
    return parts;
  };
  const cutOff = (): BatchPart[] => {
    const kind = kindOf(cursor);
    if (kind && text.length <= maximumLength) return [];
    const parts = kind ? [{ kind, text: text.slice(0, maximumLength), isCut: true }] : [];
    [text, cursor] = [text.slice(-endLookahead), { state: 'cut', at: 0 }];
    return parts;
  };
  return {
    push(more) {
      text += more;
      return [...takeParts(false), ...cutOff()];
    },
    end() {
      const parts = takeParts(true);
      const kind = kindOf(cursor);
      return text === '' || !kind ? parts : [...parts, { kind, text, isCut: false }];
    },
  };
}

/** What the current part is; one of which the beginning was given is none any more. */
function kindOf({ state }: Cursor): BatchPart['kind'] | undefined {
  if (state === 'cut') return undefined;
  return state === 'between' ? 'other' : 'article';
}

function nextStep(text: string, cursor: Cursor, isLast: boolean): Step {
  switch (cursor.state) {
    case 'between':
      return seekArticle(text, cursor.at);
    case 'article':
      return seekArticleEnd(text, cursor.at);
    case 'section':
      return seekSectionEnd(text, cursor, isLast);
    case 'cut':
      return seekAfterCut(text);
  }
}

function seekArticle(text: string, at: number): Step {
  const start = findFrom(articleStart, text, at);
  if (!start) return waiting(text, { state: 'between', at });
  return { found: 'a part', length: start.index, cursor: { state: 'article', at: start[0].length } };
}

function seekArticleEnd(text: string, at: number): Step {
  const mark = findFrom(articleEndOrSection, text, at);
  if (!mark) return waiting(text, { state: 'article', at });
  const after = mark.index + mark[0].length;
  if (mark[0] !== sectionStart) return partUpTo(after);
  const element = elementBefore(text, mark.index);
  return { found: 'a mark', cursor: { state: 'section', at: after, element, from: after } };
}

function seekSectionEnd(text: string, cursor: Cursor & { state: 'section' }, isLast: boolean): Step {
  const end = text.indexOf(']]>', cursor.at);
  const isSeenWhole = end !== -1 && (isLast || text.length >= end + 3 + endLookahead);
  if (!isSeenWhole) return waiting(text, cursor);
  const next = surelyNew.exec(text.slice(cursor.from, end));
  if (next) return partUpTo(cursor.from + next.index);
  const after = end + 3;
  const kind = sectionEndAt(text, end, cursor.element);
  if (kind === 'end') return { found: 'a mark', cursor: { state: 'article', at: after } };
  surelyOver.lastIndex = end;
  const over = kind === 'content' ? surelyOver.exec(text) : null;
  if (over) return partUpTo(end + over[0].length);
  return { found: 'a mark', cursor: { ...cursor, at: after, from: after } };
}

function seekAfterCut(text: string): Step {
  const end = findFrom(articleAfterCut, text, 0);
  if (!end) return { found: 'nothing yet', cursor: { state: 'cut', at: 0 } };
  return partUpTo(end.index + end[0].length);
}

function partUpTo(length: number): Step {
  return { found: 'a part', length, cursor: { state: 'between', at: 0 } };
}

/** What is searched for may begin in the last characters, or be a `]]>` of which too little was seen. */
function waiting(text: string, cursor: Cursor): Step {
  const at = Math.max(cursor.at, text.length - endLookahead - 3);
  return { found: 'nothing yet', cursor: { ...cursor, at } };
}

function findFrom(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
