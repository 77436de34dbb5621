import { normalizeText } from './normalize-text.ts';

const issuerPrefix =
  /^[\p{Script=Han}、]{2,40}?(?:院|厅|部|委|委员会|局|署|行|办|办公室|政府|中央|军委|军委会)(?=(?:关于|印发|转发|批转|发布|公布))/u;

/**
 * A title reduced to what identifies it: without blanks, quotes, dashes, punctuation, the issuer in front, 关于, and
 * 中华人民共和国. Two spellings of one title have one key.
 */
export function titleKey(title: string): string {
  const plain = normalizeText(title)
    .replaceAll(/\s+/g, '')
    .replace(/^中华人民共和国(?=.{3})/, '')
    .replace(issuerPrefix, '')
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '')
    .toLowerCase()
    .replace(/^关于/, '');
  return plain === '' ? title : plain;
}

/** Titles under one number are one document when at least this share of their character pairs agrees. */
const similarFrom = 0.6;

/** Whether two keys are near enough for rows that share a number: an issuer more, a misprint, 信息概要. */
export function areSimilar(one: string, other: string): boolean {
  if (one === other || one.includes(other) || other.includes(one)) return true;
  const [ours, theirs] = [pairs(one), pairs(other)];
  const inBoth = [...ours].filter((pair) => theirs.has(pair)).length;
  return (2 * inBoth) / (ours.size + theirs.size) >= similarFrom;
}

function pairs(text: string): Set<string> {
  return new Set([...text].slice(1).map((character, index) => `${[...text][index]}${character}`));
}
