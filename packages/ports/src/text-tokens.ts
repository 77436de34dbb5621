/** A searchable token and where it stands in the text, in UTF-16 units. */
export interface TextToken {
  readonly token: string;
  readonly start: number;
  readonly end: number;
}

const runs =
  /(?<cjk>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+)|[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]]+/gv;

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

/** The tokens without their places. */
export function plainTokens(text: string): readonly string[] {
  return Array.from(tokensOf(text), ({ token }) => token);
}

/** The single characters of a title’s Chinese, Japanese and Korean runs. */
export function* titleCharacters(title: string): Generator<TextToken> {
  for (const { 0: run, index, groups } of title.matchAll(runs))
    if (groups?.['cjk'] !== undefined) yield* charactersOf(run, index);
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
