import { type Relation, codeLists } from '@gongwen/schemas';
import { cleanLine, cut } from '../mapping/clean-text.ts';
import { readDate } from '../mapping/read-date.ts';
import { readIssuers } from '../mapping/read-issuers.ts';
import { readNumber } from '../mapping/read-number.ts';
import { readTitle } from '../mapping/read-title.ts';
import type { Refusal } from '../mapping/draft.ts';
import { type Conclusion, readConclusion } from './conclusion.ts';
import { type Column, plain } from './find-table.ts';

type Target = Relation['target'];
type Reason = NonNullable<Relation['reasonCode']>;

/** A row of a clean-up list, by the words of its columns. */
export type Cells = (column: Column) => string;

export type RowReading =
  | { readonly outcome: 'target'; readonly relation: Relation }
  | { readonly outcome: 'kept'; readonly target: Target }
  | ({ readonly outcome: 'rejected' } & Refusal);

/** Reads one row. `section` is the conclusion of the heading above it, for a list that has no column for it. */
export function readRow(cells: Cells, effectiveOn: string, section: Conclusion | undefined): RowReading {
  const target = targetOf(cells);
  if (target === undefined)
    return rejected('MANDATORY_FIELD_MISSING', '没有标题也没有文号 / neither title nor number');
  const stated = cells('conclusion');
  const conclusion = plain(stated) === '' ? section : readConclusion(stated);
  if (conclusion === undefined) {
    return rejected('SCHEMA_VIOLATION', `清理结论“${cleanLine(stated)}”无法识别 / the conclusion is unknown`);
  }
  if (conclusion === 'kept') return { outcome: 'kept', target };
  return {
    outcome: 'target',
    relation: { type: conclusion, target, effectiveOn, ...because(conclusion, cells) },
  };
}

function targetOf(cells: Cells): Target | undefined {
  const { title, number: inTitle } = readTitle(cells('title'));
  const { number } = readNumber(plain(cells('number')) === '' ? (inTitle ?? '') : cells('number'));
  const [issuer] = readIssuers(cells('issuer')).issuers;
  const issuedOn = dayOf(cells('issuedOn')) ?? dayOf(cells('publishedOn'));
  if (title === '' && number === undefined) return undefined;
  return {
    ...(number && { number: number.canonical ?? number.raw }),
    ...(title !== '' && { title }),
    ...(issuer && { issuer: issuer.name }),
    ...(issuedOn !== undefined && { issuedOn }),
  };
}

function dayOf(cell: string): string | undefined {
  const reading = readDate(cell);
  return reading.outcome === 'date' ? reading.date : undefined;
}

/** 失效理由 as a code where it is one of the list, in its own words otherwise; notes as they are. */
function because(conclusion: Conclusion, cells: Cells): Pick<Relation, 'reasonCode' | 'scope'> {
  const reason = cleanLine(cells('reason'));
  const reasonCode = conclusion === 'declares_lapsed' ? lapseReasonOf(plain(reason)) : undefined;
  const words = [reasonCode === undefined ? reason : '', cleanLine(cells('note'))].filter(
    (part) => part !== '',
  );
  return {
    ...(reasonCode && { reasonCode }),
    ...(words.length > 0 && { scope: cut(words.join('；'), 1000) }),
  };
}

function lapseReasonOf(text: string): Reason | undefined {
  const found =
    Object.entries(codeLists.lapseReason).find(([, label]) => label === text) ?? reasonBySense(text);
  return found?.[0] as Reason | undefined; // a key of the code list
}

const senses: readonly (readonly [Reason, RegExp])[] = [
  ['conflicts_with_law', /^与.*(?:法律|法规|上位法).*(?:不一致|抵触|不符)$/],
  ['covered_by_new_rule', /^(?:已)?被.*(?:规定|文件|政策)?(?:涵盖|替代|取代)/],
  ['subject_gone', /^(?:调整|管理)对象(?:已)?(?:消失|不存在)$/],
  ['task_completed', /^(?:工作)?任务(?:已)?(?:完成|结束)$/],
  ['period_passed', /^(?:适用期|有效期|执行期)(?:限)?(?:已)?(?:过|满|届满|到期)$/],
  ['unsuited', /^不(?:再)?适应.*(?:发展|需要|形势)/],
];

/** The State Council’s wording and its usual variants. */
function reasonBySense(text: string): readonly [Reason, RegExp] | undefined {
  return senses.find(([, pattern]) => pattern.test(text));
}

function rejected(code: Refusal['code'], reason: string): RowReading {
  return { outcome: 'rejected', code, pointer: '', reason };
}
