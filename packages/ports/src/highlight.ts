import { plainTextOf } from '@gongwen/domain';
import { type Span, publishedSpans } from './published-spans.ts';
import type { IndexDocument, SearchHit } from './search-index.ts';
import type { SearchText, TokenSequence } from './search-text.ts';
import { type TextToken, titleCharacters, tokensOf } from './text-tokens.ts';

type Highlights = NonNullable<SearchHit['highlights']>;

const snippetLength = 80;
const leadLength = 20;
const maximumSnippets = 2;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** One text, as it was published and as it was searched. */
interface Words {
  readonly published: string;
  readonly normalized: string;
}

/**
 * The title whole and at most two snippets of the text, as they were published, as HTML with `<mark>` around what the
 * query asks for.
 */
export function highlight({ title, text, snapshot }: IndexDocument, { parts }: SearchText): Highlights {
  const wanted = parts.flat(2);
  const inTitle = [...occurrences(tokensOf(title), wanted), ...occurrences(titleCharacters(title), wanted)];
  return {
    title: titleOf({ published: snapshot.title, normalized: title }, inTitle),
    text: snippetsOf({ published: plainTextOf(snapshot), normalized: text }, wanted),
  };
}

/** An official title is never rewritten: where the marks have no place in it, it is shown without. */
function titleOf({ published, normalized }: Words, found: readonly Span[]): string {
  const toPublished = publishedSpans(published, normalized, { start: 0, end: normalized.length });
  return marked(published, { start: 0, end: published.length }, toPublished ? found.map(toPublished) : []);
}

/** Where one of the sequences stands, in order of where it ends. */
function* occurrences(tokens: Iterable<TextToken>, wanted: readonly TokenSequence[]): Generator<Span> {
  const byEnd = Map.groupBy(wanted, (sequence) => sequence.at(-1));
  const longest = Math.max(0, ...wanted.map(({ length }) => length));
  const latest: TextToken[] = [];
  for (const token of tokens) {
    latest.push(token);
    if (latest.length > longest) latest.shift();
    for (const sequence of byEnd.get(token.token) ?? []) {
      const stretch = latest.slice(-sequence.length);
      if (stretch.length === sequence.length && sequence.every((each, at) => each === stretch[at]?.token))
        yield { start: stretch[0]?.start ?? token.start, end: token.end };
    }
  }
}

function snippetsOf(words: Words, wanted: readonly TokenSequence[]): string {
  const text = words.normalized;
  const snippets: { readonly window: Span; readonly found: Span[] }[] = [];
  for (const span of occurrences(tokensOf(text), wanted)) {
    const last = snippets.at(-1);
    if (last !== undefined && span.end <= last.window.end) last.found.push(span);
    else if (snippets.length === maximumSnippets) break;
    else snippets.push({ window: windowAt(text, span.start, last?.window.end ?? 0), found: [span] });
  }
  if (snippets.length === 0) snippets.push({ window: windowAt(text, 0, 0), found: [] });
  return withEllipses(
    text,
    snippets.map(({ window, found }) => ({ window, html: snippetOf(words, window, found) })),
  );
}

function snippetOf({ published, normalized }: Words, window: Span, found: readonly Span[]): string {
  const toPublished = publishedSpans(published, normalized, window);
  if (!toPublished) return marked(normalized, window, found);
  // a mark may go on behind the window
  const marks = found.map(({ start, end }) => toPublished({ start, end: Math.min(end, window.end) }));
  return marked(published, toPublished(window), marks);
}

function windowAt(text: string, position: number, earliest: number): Span {
  const start = wholeCharacter(text, Math.max(earliest, position - leadLength));
  const end = wholeCharacter(text, Math.min(text.length, Math.max(start + snippetLength, position)));
  return { start, end };
}

/** Not in the middle of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at;
}

function merged(found: readonly Span[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { start, end } of found.toSorted((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    if (last !== undefined && start <= last.end)
      spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else spans.push({ start, end });
  }
  return spans;
}

function marked(text: string, { start, end }: Span, found: readonly Span[]): string {
  let html = '';
  let at = start;
  for (const mark of merged(found)) {
    const markStart = Math.max(mark.start, start); // the snippet before may have ended inside this mark
    const markEnd = Math.min(mark.end, end);
    html += `${escaped(text.slice(at, markStart))}<mark>${escaped(text.slice(markStart, markEnd))}</mark>`;
    at = markEnd;
  }
  return html + escaped(text.slice(at, end));
}

function withEllipses(
  text: string,
  snippets: readonly { readonly window: Span; readonly html: string }[],
): string {
  const before = snippets[0]?.window.start === 0 ? '' : '…';
  const after = snippets.at(-1)?.window.end === text.length ? '' : '…';
  return before + snippets.map(({ html }) => html).join('…') + after;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
