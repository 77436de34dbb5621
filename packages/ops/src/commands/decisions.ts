import { mayDecideBy } from '@gongwen/publisher';
import type { DecisionTarget } from '@gongwen/schemas';
import { readDecidingDepartments } from '../read-departments.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { openSystem } from '../open-system.ts';
import { type DecisionStanding, countStates, decisions } from '../operations/decisions.ts';
import { writeData, writeText } from '../output.ts';

export interface DecisionsOptions {
  readonly data: string;
  /** Only targets in this state; default all that are not applied. */
  readonly state?: string;
  /** File of departments: which may act on whose documents. Default that of the running system. */
  readonly departments?: string;
  readonly json?: boolean;
}

/** `gongwen decisions`: what became of the targets of one decision or of all, and which are open. */
export async function showDecisions(
  documentId: string | undefined,
  options: DecisionsOptions,
): Promise<void> {
  await using data = await openSystem(options.data);
  const departments = new Map(readDecidingDepartments(options).map((one) => [one.id, one]));
  const mayDecide = mayDecideBy((id) => departments.get(id));
  const found = decisions(data.view, new Date(), mayDecide, documentId);
  if (documentId !== undefined && found.length === 0) {
    throw new CommandError(
      exitCodes.notFound,
      `${documentId} 不存在，或不涉及其他文件 / is not there, or acts on no other document`,
    );
  }
  const shown = found.map((one) => ({ ...one, items: one.items.filter((item) => isAsked(item, options)) }));
  const counts = countStates(found.flatMap(({ items }) => items));
  if (options.json) return writeData({ decisions: found.length, counts, items: shown });
  writeText([
    ...shown.filter(({ items }) => items.length > 0).flatMap(describe),
    total(found.length, counts),
  ]);
}

function isAsked({ state }: DecisionTarget, options: DecisionsOptions): boolean {
  return options.state === undefined ? state !== 'applied' : state === options.state;
}

function describe({ documentId, title, issuedOn = '—', counts, items }: DecisionStanding): string[] {
  return [
    `${documentId}  ${issuedOn}  ${title}  ${inWords(counts)}`,
    ...items.map(({ relation, state, documentId: target, candidates = [], code, detail }) => {
      const { title: cited, number, issuedOn: on } = relation.target;
      const name = [number, cited && `《${cited}》`, on, relation.target.documentId]
        .filter(Boolean)
        .join(' ');
      const why = [code, detail, target, ...candidates].filter(Boolean).join(' ');
      return `  ${state.padEnd(10)} ${relation.type.padEnd(14)} ${name}${why && `  → ${why}`}`;
    }),
  ];
}

function total(count: number, counts: Readonly<Record<string, number>>): string {
  return `决定 decisions ${count}，对象 targets: ${inWords(counts)}`;
}

function inWords(counts: Readonly<Record<string, number>>): string {
  const sum = Object.values(counts).reduce((one, other) => one + other, 0);
  const parts = Object.entries(counts).toSorted(([, one], [, other]) => other - one);
  return parts.map(([state, n]) => `${state} ${n} (${Math.round((100 * n) / sum)}%)`).join(', ');
}
