import { normalizeText, parseDocumentNumber } from '@gongwen/domain';
import { type IndexDocument, QueryTooComplexError } from './search-index.ts';

/** A searchable token and where it stands in the text, in UTF-16 units. */
export interface TextToken {
  readonly token: string;
  readonly start: number;
  readonly end: number;
}

/** The tokens of a document’s fields, each joined by spaces. */
export interface SearchFields {
  readonly title: string;
  /** The single characters of the title, so that a query of one character finds titles. */
  readonly characters: string;
  readonly number: string;
  readonly text: string;
}

/** What a query’s text asks for. */
export interface SearchText {
  /** Sequences of adjacent tokens; each must occur in some field. Empty = matches nothing. */
  readonly sequences: readonly (readonly string[])[];
  /** The canonical 文号 when the text is one: its document is found too, and first. */
  readonly number?: string;
}

const maximumCharacters = 200;
const maximumWords = 32;
const runs =
  /(?<cjk>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+)|[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]]+/gv;
const words = /["“”](?<phrase>[^"“”]*)(?:["“”]|$)|(?<word>[^\s"“”]+)/g;

/**
 * Reads the text of a query: words all must occur, `"words in quotes"` next to each other; every token of a word must
 * occur. A 文号 in any spelling also finds what cites it.
 *
 * @throws QueryTooComplexError beyond 200 characters or 32 words
 */
export function parseSearchText(raw: string): SearchText {
  if ([...raw].length > maximumCharacters)
    throw new QueryTooComplexError(`A query has at most ${maximumCharacters} characters.`);
  const found = [...normalizeText(raw).matchAll(words)];
  if (found.length > maximumWords)
    throw new QueryTooComplexError(`A query has at most ${maximumWords} words.`);
  const number = parseDocumentNumber(raw);
  if (number.form !== 'free' && number.canonical !== undefined)
    return { sequences: [citation(number.canonical)], number: number.canonical };
  return { sequences: found.flatMap(({ groups }) => sequencesOf(groups ?? {})) };
}

/** The tokens of a document as both the memory and the SQLite index keep them. */
export function searchFieldsOf({ title, number = '', text }: IndexDocument): SearchFields {
  const characters = [...titleCharacters(title)];
  return {
    title: joined(title),
    characters: characters.map(({ token }) => token).join(' '),
    number: joined(number),
    text: joined(text),
  };
}

/**
 * The tokens of a text, in order: a run of Chinese, Japanese or Korean characters becomes its overlapping pairs (a run of
 * one: the character), other words become lower case. As OpenSearch’s `cjk` analyzer does.
 */
export function* tokensOf(text: string): Generator<TextToken> {
  for (const { 0: run, index, groups } of text.matchAll(runs)) {
    if (groups?.['cjk'] === undefined)
      yield { token: run.toLowerCase(), start: index, end: index + run.length };
    else yield* pairsOf([...charactersOf(run, index)]);
  }
}

/** The single characters of a title’s Chinese, Japanese and Korean runs. */
export function* titleCharacters(title: string): Generator<TextToken> {
  for (const { 0: run, index, groups } of title.matchAll(runs))
    if (groups?.['cjk'] !== undefined) yield* charactersOf(run, index);
}

/** Without a lone 号 at the end: in running text it is half of a pair (号文). */
function citation(canonical: string): readonly string[] {
  const tokens = plainTokens(canonical);
  return tokens.at(-1) === '号' ? tokens.slice(0, -1) : tokens;
}

function sequencesOf(groups: Readonly<Record<string, string | undefined>>): readonly (readonly string[])[] {
  const phrase = plainTokens(groups['phrase'] ?? '');
  const single = plainTokens(groups['word'] ?? '').map((token) => [token]);
  return phrase.length > 0 ? [phrase] : single;
}

function joined(text: string): string {
  return plainTokens(text).join(' ');
}

function plainTokens(text: string): readonly string[] {
  return Array.from(tokensOf(text), ({ token }) => token);
}

function* pairsOf(characters: readonly TextToken[]): Generator<TextToken> {
  const [first] = characters;
  if (first !== undefined && characters.length === 1) yield first;
  let before = first;
  for (const character of characters.slice(1)) {
    if (before !== undefined)
      yield { token: before.token + character.token, start: before.start, end: character.end };
    before = character;
  }
}

function* charactersOf(run: string, offset: number): Generator<TextToken> {
  let start = offset;
  for (const token of run) {
    yield { token, start, end: start + token.length };
    start += token.length;
  }
}
