import type { Document } from '@gongwen/schemas';
import type { Command } from './decide/decision.ts';
import { expire } from './decide/expire.ts';
import type { DocumentHead } from './evolve.ts';
import { type LocalDate, addDays } from './local-date.ts';
import { isEnded, pendingConditionOf, validityOn } from './validity-on.ts';

/** An end that the calendar brings about, unless an event comes before it. */
interface DueEnd {
  readonly cause: 'term' | 'declared';
  readonly effectiveOn: LocalDate;
  /** The first day on which the calendar may tell: a condition can be cancelled on its day itself. */
  readonly dueOn: LocalDate;
}

/** The first day on which the calendar must tell that the document has ended; `undefined` when it need not. */
export function nextDueDay(document: Document): LocalDate | undefined {
  return nextEnd(document)?.dueOn;
}

/** What the calendar commands on that day: 期满 the day after the term’s inclusive last day, or an 附条件失效 that was not cancelled. */
export function dueCommand(
  { documentId, document, version }: DocumentHead,
  today: LocalDate,
): Command | undefined {
  const end = nextEnd(document);
  if (!end || end.dueOn > today) return undefined;
  const { cause, effectiveOn } = end;
  const { decision } = (cause === 'declared' && pendingConditionOf(document)) || {};
  const body = { expectedVersion: version, cause, effectiveOn, ...(decision && { decision }) };
  return { name: 'expire', documentId, body };
}

function nextEnd(document: Document): DueEnd | undefined {
  const [end] = [...termEnd(document), ...conditionEnd(document)].toSorted((a, b) =>
    a.effectiveOn < b.effectiveOn ? -1 : 1,
  );
  if (!end || !isPossible(document, end)) return undefined;
  const [before, after] = [addDays(end.effectiveOn, -1), end.effectiveOn].map((day) =>
    isEnded(validityOn(document, day)),
  );
  return after && !before ? end : undefined;
}

/** What `expire` refuses (withdrawn, ended by an event, dates of an import that contradict) is never due. */
function isPossible(document: Document, { cause, effectiveOn, dueOn }: DueEnd): boolean {
  const { documentId } = document;
  const head = { documentId, version: 1, eventId: '', document };
  const outcome = expire(head, { cause, effectiveOn }, { department, today: dueOn });
  return outcome.outcome === 'accepted';
}

/** No rule of an end asks who ends it. */
const department = { id: 'calendar', name: '', level: 'city', regionCode: '' } as const;

function termEnd({ effectiveUntil }: Document): DueEnd[] {
  if (effectiveUntil === undefined) return [];
  const effectiveOn = addDays(effectiveUntil, 1);
  return [{ cause: 'term', effectiveOn, dueOn: effectiveOn }];
}

function conditionEnd(document: Document): DueEnd[] {
  const pending = pendingConditionOf(document);
  if (!pending) return [];
  const { effectiveOn } = pending;
  return [{ cause: 'declared', effectiveOn, dueOn: addDays(effectiveOn, 1) }];
}
