import type { WordingAnswer, WordingFinding } from './wording-check.ts';

/**
 * A checker’s words are foreign: what our events cannot hold is cut, and an answer that could mean anything is none.
 *
 * @throws Error that says which field is wrong
 */
export function readWordingAnswer(value: unknown): WordingAnswer {
  const { engine, hits } = fieldsOf(value, 'answer');
  if (!Array.isArray(hits)) throw new Error('hits: expected an array');
  return { engine: lineOf(engine, 'engine'), hits: hits.map(readFinding) };
}

function readFinding(value: unknown): WordingFinding {
  const { word, suggestion, severity } = fieldsOf(value, 'hit');
  if (severity !== 'refuse' && severity !== 'warn') throw new Error('severity: expected refuse or warn');
  return {
    word: lineOf(word, 'word'),
    severity,
    // none, in the ways in which languages write it
    ...(suggestion !== undefined &&
      suggestion !== null &&
      suggestion !== '' && { suggestion: lineOf(suggestion, 'suggestion') }),
  };
}

function fieldsOf(value: unknown, what: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null) return { ...value };
  throw new Error(`${what}: expected an object`);
}

/** Two of them and a sentence are an issue. */
const maximumCharacters = 200;

/** As the schema’s `Line`: a wording may run over the end of a line, evidence may not. */
function lineOf(value: unknown, what: string): string {
  if (typeof value === 'string' && value.trim() !== '') {
    const line = value
      .toWellFormed()
      .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .trim();
    if (line !== '') return [...line].slice(0, maximumCharacters).join('');
  }
  throw new Error(`${what}: expected text`);
}
