import type { IndexDocument, SearchHit } from './search-index.ts';
import { type SearchText, type TextToken, titleCharacters, tokensOf } from './search-text.ts';

type Highlights = NonNullable<SearchHit['highlights']>;
interface Span {
  readonly start: number;
  readonly end: number;
}

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

/** The title whole and at most two snippets of the text, as HTML with `<mark>` around what the query asks for. */
export function highlight({ title, text }: IndexDocument, { sequences }: SearchText): Highlights {
  const wanted = new Set(sequences.flat());
  const inTitle = [...tokensOf(title), ...titleCharacters(title)].filter(({ token }) => wanted.has(token));
  const titleMarks = merged(inTitle.toSorted((a, b) => a.start - b.start));
  return {
    title: marked(title, { start: 0, end: title.length }, titleMarks),
    text: snippetsOf(text, wanted),
  };
}

function snippetsOf(text: string, wanted: ReadonlySet<string>): string {
  const snippets: { readonly window: Span; readonly found: TextToken[] }[] = [];
  for (const token of tokensOf(text)) {
    if (!wanted.has(token.token)) continue;
    const last = snippets.at(-1);
    if (last !== undefined && token.end <= last.window.end) last.found.push(token);
    else if (snippets.length === maximumSnippets) break;
    else snippets.push({ window: windowAt(text, token.start, last?.window.end ?? 0), found: [token] });
  }
  if (snippets.length === 0) snippets.push({ window: windowAt(text, 0, 0), found: [] });
  return withEllipses(
    text,
    snippets.map(({ window, found }) => ({ window, html: marked(text, window, merged(found)) })),
  );
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
  for (const { start, end } of found) {
    const last = spans.at(-1);
    if (last !== undefined && start <= last.end)
      spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else spans.push({ start, end });
  }
  return spans;
}

function marked(text: string, { start, end }: Span, marks: readonly Span[]): string {
  let html = '';
  let at = start;
  for (const mark of marks) {
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
