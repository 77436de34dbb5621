import { cleanLine } from '../mapping/clean-text.ts';
import { readDate } from '../mapping/read-date.ts';
import { isDocumentNumber } from '../mapping/read-title.ts';
import type { SheetRow } from './read-sheets.ts';

/** What the list does not say row by row: the decision itself. */
export interface DecisionFacts {
  readonly title: string;
  readonly number?: string;
  readonly issuer: string;
  readonly issuedOn: string;
  /** When it takes effect on its targets; without it, the day of issue (both clean-ups of the State Council). */
  readonly effectiveOn?: string;
}

/** A fact of the decision is neither given nor in the list. */
export class DecisionFactsError extends Error {
  override readonly name = 'DecisionFactsError';
}

const labels: Readonly<Record<keyof DecisionFacts, RegExp>> = {
  title: /^(?:标题|决定名称|文件名称)(?:[:：]\s*|$)/,
  number: /^(?:文号|发文字号|决定文号)(?:[:：]\s*|$)/,
  issuer: /^(?:发文机关|制定机关|发布机关|清理机关|发文单位)(?:[:：]\s*|$)/,
  issuedOn: /^(?:成文日期|发文日期|印发日期|公布日期)(?:[:：]\s*|$)/,
  effectiveOn: /^(?:施行日期|生效日期|失效日期|废止日期)(?:[:：]\s*|$)/,
};
const optionOf = {
  title: '--title',
  issuer: '--issuer',
  issuedOn: '--issued-on',
  effectiveOn: '--effective-on',
};

/**
 * The decision’s facts: the given ones first, then the lines above the table, labelled (“发文机关：…”) or speaking for
 * themselves (a number, a date, a title with 清理, 废止, 失效, 决定).
 *
 * @throws DecisionFactsError
 */
export function decisionFacts(given: Partial<DecisionFacts>, above: readonly SheetRow[]): DecisionFacts {
  const found = { ...factsAbove(above), ...given };
  const { title, number, issuer } = found;
  const issuedOn = dayOf('issuedOn', found.issuedOn);
  const effectiveOn = dayOf('effectiveOn', found.effectiveOn);
  if (title === undefined) throw missing('标题 / title', optionOf.title);
  if (issuer === undefined) throw missing('发文机关 / issuer', optionOf.issuer);
  if (issuedOn === undefined) throw missing('成文日期 / date of issue', optionOf.issuedOn);
  return {
    title,
    issuer,
    issuedOn,
    ...(number !== undefined && { number }),
    ...(effectiveOn !== undefined && { effectiveOn }),
  };
}

function factsAbove(above: readonly SheetRow[]): Partial<DecisionFacts> {
  const cells = above.flatMap((row) => row.cells.map(cleanLine)).filter((cell) => cell !== '');
  const facts: Partial<Record<keyof DecisionFacts, string>> = {};
  for (const [index, cell] of cells.entries()) {
    const labelled = Object.entries(labels).find(([, pattern]) => pattern.test(cell));
    const name = labelled ? labelled[0] : nameOf(cell);
    const value = labelled ? cell.replace(labelled[1], '') || cells[index + 1] : cell;
    if (isFact(name) && value !== undefined) facts[name] ??= value;
  }
  return facts;
}

function nameOf(cell: string): keyof DecisionFacts | undefined {
  if (isDocumentNumber(cell)) return 'number';
  if (readDate(cell).outcome === 'date') return 'issuedOn';
  return /关于.*(?:清理|废止|失效|修改|决定)|(?:决定|目录|清单|结果)$/.test(cell) ? 'title' : undefined;
}

function isFact(name: string | undefined): name is keyof DecisionFacts {
  return name !== undefined && name in labels;
}

function dayOf(name: 'issuedOn' | 'effectiveOn', text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const reading = readDate(text);
  if (reading.outcome === 'date') return reading.date;
  throw new DecisionFactsError(
    `“${text}”不是日期，请用 ${optionOf[name]} YYYY-MM-DD / is no date: give ${optionOf[name]}`,
  );
}

function missing(what: string, option: string): DecisionFactsError {
  return new DecisionFactsError(
    `不知道决定的${what}：请用 ${option}，或在表头上方写明 / is not known: give ${option}, or write it above the table`,
  );
}
