import { normalizeText } from '@gongwen/domain';

/** A stretch of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a stretch of the normalised form stands in the text itself, to whole characters. */
export type ToPublished = (span: Span) => Span;

/**
 * Readers are shown a text as it was published, while it was searched in its normalised form, which may be shorter or
 * longer (… is three characters there). Undefined where the two do not match up in the window, e.g. when the text was
 * indexed from something else.
 *
 * @param window - of the normalised form; what lies behind it cannot be asked for
 */
export function publishedSpans(published: string, normalized: string, window: Span): ToPublished | undefined {
  const toPublished = published.length === normalized.length ? unchanged : byCharacter(published, window.end);
  const { start, end } = toPublished(window);
  const words = normalizeText(published.slice(start, end));
  // a window may begin or end within what is one character in the text
  return words.includes(normalized.slice(window.start, window.end)) ? toPublished : undefined;
}

function unchanged(span: Span): Span {
  return span;
}

function byCharacter(published: string, upTo: number): ToPublished {
  const lengths = new Map<string, number>();
  const characters: Span[] = []; // by place in the normalised form
  let start = 0;
  for (const character of published) {
    if (characters.length >= upTo) break;
    const length = lengths.get(character) ?? normalizeText(character).length;
    lengths.set(character, length);
    const whole = { start, end: start + character.length };
    for (let unit = 0; unit < length; unit++) characters.push(whole);
    start = whole.end;
  }
  return (span) => {
    const from = characters[span.start]?.start ?? start;
    return { start: from, end: span.end > span.start ? (characters[span.end - 1]?.end ?? start) : from };
  };
}
