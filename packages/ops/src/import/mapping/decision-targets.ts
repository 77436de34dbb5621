import type { Relation } from '@gongwen/schemas';
import { type Fields, isFields, textField } from './draft.ts';
import { readTarget } from './read-targets.ts';
import { type Warning, warning } from './warning.ts';

export interface TargetsReading {
  readonly relations: readonly Relation[];
  readonly warnings: readonly Warning[];
}

/** A heading that names what the following operations change: 十七、《…》, with or without 修改. */
const heading = /^[一二三四五六七八九十]{1,4}、.{0,6}《.{2,160}》.{0,8}$/u;

/** The targets of a decision: the collection’s own lines, headings of the text that these miss, else the title. */
export function readDecisionTargets(record: Fields, title: string): TargetsReading {
  const named = listed(record).flatMap(({ line, action }) => readTarget(line, typeOf(action)) ?? []);
  const types = new Set(named.map(({ type }) => type));
  // without a list the operations may mean the document by a short name: 将《解释》第六条修改为
  const lines = types.size === 1 ? textField(record, 'body').split('\n') : [];
  const headings = lines.filter((line) => heading.test(line.trim()));
  const found = headings.flatMap((line) => readTarget(line, named[0]?.type ?? 'amends') ?? []);
  const relations = uniqueRelations([...named, ...found]);
  const all =
    relations.length > 0 ? relations : [readTarget(withoutFront(title), typeOf(title)) ?? []].flat();
  const announced = countIn(title);
  const lacks = all.length === 0 || (announced !== undefined && announced !== all.length);
  const detail = `${all.length}${announced === undefined ? '' : ` / ${announced}`}`;
  return { relations: all, warnings: lacks ? [warning('targets_incomplete', detail)] : [] };
}

/** Each relation once: one target of one kind, cited by its surest name. */
export function uniqueRelations(relations: readonly Relation[]): Relation[] {
  return [...new Map(relations.map((one) => [JSON.stringify([one.type, one.target]), one])).values()];
}

function listed(record: Fields): { line: string; action: string }[] {
  const targets: unknown[] = Array.isArray(record['targets']) ? record['targets'] : [];
  return targets.filter(isFields).map((target) => {
    const title = textField(target, 'title');
    const words = textField(target, 'text') || (title && `《${title.replaceAll(/[《》]/g, '')}》`);
    return { line: words, action: textField(target, 'action') || actionIn(textField(target, 'line')) };
  });
}

/** How a history line ends: “《…的决定》第二次修正”. The decision’s own title may say both 废止 and 修改. */
function actionIn(line: string): string {
  return /[》)）]?(?:同时|予以)?废止[）)。\s]*$/.test(line) ? '废止' : '修改';
}

function typeOf(action: string): Relation['type'] {
  return /废止/.test(action) && !/修[改正订]/.test(action) ? 'repeals' : 'amends';
}

function withoutFront(title: string): string {
  return title
    .replaceAll('<', '〈')
    .replaceAll('>', '〉')
    .replace(/〈([^〈〉]+)〉/, '《$1》');
}

const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** “…等二十九件…” → 29; with 修改 and 废止 in one title, their sum. */
function countIn(title: string): number | undefined {
  const counts = [...title.matchAll(/等\s*(\d+|[一二三四五六七八九十两]{1,3})\s*(?:件|部|个|项)/g)].map(
    ([, count = '']) => numberOf(count),
  );
  return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0);
}

function numberOf(count: string): number {
  if (/^\d+$/.test(count)) return Number(count);
  const [, tens, unit = ''] = /^(.?)十(.?)$/.exec(count) ?? [];
  if (tens === undefined) return numerals.indexOf(count.replace('两', '二'));
  return (tens === '' ? 1 : numerals.indexOf(tens)) * 10 + Math.max(0, numerals.indexOf(unit));
}
