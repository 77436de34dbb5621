import { normalizeText, parseDocumentNumber } from '@gongwen/domain';
import { type IndexDocument, QueryTooComplexError, type SearchQuery } from './search-index.ts';
import { type FoundName, namesIn } from './synonyms.ts';
import { plainTokens, titleCharacters, tokensOf } from './text-tokens.ts';

/** The tokens of a document’s fields, each joined by spaces. */
export interface SearchFields {
  readonly title: string;
  /** The single characters of the title, so that a query of one character finds titles. */
  readonly characters: string;
  readonly number: string;
  readonly issuers: string;
  readonly text: string;
}

/** Tokens that stand side by side in some field. */
export type TokenSequence = readonly string[];
/** One way in which a part may occur: all of these sequences. */
export type Wording = readonly TokenSequence[];

/** What a query’s text asks for. */
export interface SearchText {
  /** Each must occur, in one of its wordings. Empty = matches nothing. */
  readonly parts: readonly (readonly Wording[])[];
  /** The canonical 文号 when the text is one: its document is found too, and first. */
  readonly number?: string;
}

const maximumCharacters = 200;
const maximumWords = 32;
/** With their other names they must stay within the 1 024 clauses of an OpenSearch query. */
const maximumNamesInText = 8;
/** Is no token of any query, so that nothing stands side by side across it. */
const boundary = '\ue000';
const words = /["“”](?<phrase>[^"“”]*)(?:["“”]|$)|(?<word>[^\s"“”]+)/g;

/**
 * Reads the text of a query: words all must occur, `"words in quotes"` next to each other and as they are; every token of
 * a word must occur, a name in it (`synonyms`) also as another name of the same. A 文号 in any spelling also finds what
 * cites it.
 *
 * @throws QueryTooComplexError beyond 200 characters or 32 words
 */
export function parseSearchText({ text: raw = '', synonyms = new Map() }: SearchQuery): SearchText {
  if ([...raw].length > maximumCharacters)
    throw new QueryTooComplexError(`A query has at most ${maximumCharacters} characters.`);
  const text = normalizeText(raw);
  const found = [...text.matchAll(words)];
  if (found.length > maximumWords)
    throw new QueryTooComplexError(`A query has at most ${maximumWords} words.`);
  const number = parseDocumentNumber(raw);
  if (number.form !== 'free' && number.canonical !== undefined)
    return { parts: [[[citation(number.canonical)]]], number: number.canonical };
  const names = namesIn(text, synonyms).slice(0, maximumNamesInText);
  return {
    parts: found.flatMap(({ groups, index }) => {
      const { phrase, word = '' } = groups ?? {};
      if (phrase !== undefined) return partsOfPhrase(phrase);
      const within = names
        .filter(({ start, end }) => start >= index && end <= index + word.length)
        .map((name) => ({ ...name, start: name.start - index, end: name.end - index }));
      return partsOfWord(word, within);
    }),
  };
}

/** The tokens of a document as both the memory and the SQLite index keep them. */
export function searchFieldsOf({ title, number = '', issuers, text }: IndexDocument): SearchFields {
  const characters = [...titleCharacters(title)];
  return {
    title: joined(title),
    characters: characters.map(({ token }) => token).join(' '),
    number: joined(number),
    issuers: issuers.map((name) => joined(normalizeText(name))).join(` ${boundary} `),
    text: joined(text),
  };
}

/** Without a lone 号 at the end: in running text it is half of a pair (号文). */
function citation(canonical: string): TokenSequence {
  const tokens = plainTokens(canonical);
  return tokens.at(-1) === '号' ? tokens.slice(0, -1) : tokens;
}

function partsOfPhrase(phrase: string): SearchText['parts'] {
  const tokens = plainTokens(phrase);
  return tokens.length > 0 ? [[[tokens]]] : [];
}

/** The tokens that a name has a share in are one part: they, or another name in the place of this one. */
function partsOfWord(word: string, names: readonly FoundName[]): SearchText['parts'] {
  const tokens = [...tokensOf(word)];
  const plain = tokens.filter((token) => !names.some((name) => overlap(token, name)));
  const named = names.map((name, place): readonly Wording[] => {
    const own = tokens.filter((token) => overlap(token, name));
    // the characters beside it, which share a pair with it, unless another name may take their place
    const before = word.slice(Math.max(own[0]?.start ?? 0, names[place - 1]?.end ?? 0), name.start);
    const after = word.slice(
      name.end,
      Math.min(own.at(-1)?.end ?? 0, names[place + 1]?.start ?? word.length),
    );
    const others = name.others.map((other): Wording => [plainTokens(before + other + after)]);
    return [own.map(({ token }) => [token]), ...others];
  });
  return [...plain.map(({ token }): readonly Wording[] => [[[token]]]), ...named];
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

function joined(text: string): string {
  return plainTokens(text).join(' ');
}
