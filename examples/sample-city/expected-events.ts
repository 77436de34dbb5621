import type { Step } from './step.ts';

/**
 * How many events a story leads to: one a step, one for each target of its own department’s decisions, one a term that is
 * over, one an answer whose document has ended.
 */
export function expectedEvents(steps: readonly Step[], today: string): number {
  const published = steps.flatMap((step) => (step.name === 'publish' ? [step] : []));
  const derived = published.flatMap(({ command, department }) =>
    (command.document.relations ?? []).filter(
      ({ type, target }) => type === 'repeals' && target.documentId?.startsWith(`${department.id}:`),
    ),
  );
  const over = published.filter(({ command }) => (command.document.effectiveUntil ?? today) < today);
  const ended = new Set([
    ...over.map(({ documentId }) => documentId),
    ...derived.flatMap(({ target, effectiveOn = '' }) => (effectiveOn <= today ? [target.documentId] : [])),
    ...steps.flatMap(({ name, documentId }) => (name === 'repeal' || name === 'expire' ? [documentId] : [])),
  ]);
  const retired = published.filter(
    ({ command: { document } }) =>
      document.docClass === 'qa_entry' &&
      (document.relations ?? []).every(({ target }) => ended.has(target.documentId)),
  );
  return steps.length + derived.length + over.length + retired.length;
}
