import {
  type LocalDate,
  type TextSpan,
  addDays,
  isEnded,
  startOf,
  textOn,
  validityOn,
} from '@gongwen/domain';
import type { EventLog } from '@gongwen/ports';
import type { Document } from '@gongwen/schemas';
import { foldLog } from './fold-log.ts';
import { type Step, stepOf } from './life-of.ts';

/** A day on which the derived validity or text says other than the document’s own events. */
export interface Contradiction {
  readonly documentId: string;
  readonly day: LocalDate;
  readonly detail: string;
}

export interface LivesChecked {
  readonly documents: number;
  /** Days looked at for each document. */
  readonly days: number;
  readonly contradictions: readonly Contradiction[];
}

interface Life {
  readonly document: Document;
  readonly steps: readonly Step[];
}

/**
 * Holds `validityOn` and the text of every document on every day against its own events: an end ends, nothing changes
 * without a cause, nothing comes back but by a reinstatement, nothing is in force before its day (DESIGN §4, I12).
 */
export async function checkLives(log: EventLog, from: LocalDate, until: LocalDate): Promise<LivesChecked> {
  const lives = new Map<string, { document: Document; steps: Step[] }>();
  await foldLog(log, (event) => {
    const { steps }: { steps: Step[] } = lives.get(event.subject) ?? { steps: [] };
    const step = stepOf(event);
    if (step) steps.push(step);
    lives.set(event.subject, { document: event.data.document, steps });
  });
  const days = daysBetween(from, until);
  const contradictions = [...lives.values()].flatMap((life) => [...contradictionsOf(life, days)]);
  return { documents: lives.size, days: days.length, contradictions };
}

/** @param days one after the other, without a gap */
export function* contradictionsOf(life: Life, days: readonly LocalDate[]): Generator<Contradiction> {
  const { documentId } = life.document;
  for (const { day, detail } of [
    ...stepFaults(life),
    ...endFaults(life),
    ...dayFaults(life, days),
    ...textFaults(life, days),
  ]) {
    yield { documentId, day, detail };
  }
}

type Fault = Omit<Contradiction, 'documentId'>;

/** The snapshot remembers exactly what the events did. */
function* stepFaults({ document, steps }: Life): Generator<Fault> {
  const remembered = document.lifecycle.map(({ version, change, effectiveOn }) =>
    nameOf(version, change, effectiveOn),
  );
  const happened = steps.map(({ version, change, day }) => nameOf(version, change, day));
  const [missing, invented] = [without(happened, remembered), without(remembered, happened)];
  for (const name of missing) yield { day: name.slice(-10), detail: `the snapshot has forgotten ${name}` };
  for (const name of invented) yield { day: name.slice(-10), detail: `no event did ${name}` };
}

/** On the day of an end it has ended, and in that way unless something else ended it before. */
function* endFaults({ document, steps }: Life): Generator<Fault> {
  if (isTimeless(document)) return;
  for (const step of steps) {
    const { version, change, day } = step;
    if (!endings.has(change) || isReversed(step, steps)) continue;
    const [before, then] = [validityOn(document, addDays(day, -1)), validityOn(document, day)];
    const isRight = isEnded(before) ? isEnded(then) : endsOn(day, document, steps).has(then);
    if (!isRight) yield { day, detail: `v${version} ${change}, but it is ${then}` };
  }
}

function* dayFaults({ document, steps }: Life, days: readonly LocalDate[]): Generator<Fault> {
  if (isTimeless(document)) return;
  const causes = new Set([...steps.map(({ day }) => day), ...datesOf(document)]);
  const start = startOf(document);
  let before = days[0] === undefined ? undefined : validityOn(document, addDays(days[0], -1));
  for (const day of days) {
    const now = validityOn(document, day);
    if (now !== before) {
      if (!causes.has(day)) yield { day, detail: `${before} became ${now} without a cause` };
      if (before && isEnded(before) && !isEnded(now) && !comesBack(day, steps))
        yield { day, detail: `${before} became ${now} without a reinstatement` };
      before = now;
    }
    if (start !== undefined && day < start && inForce.has(now))
      yield { day, detail: `${now} before ${start}` };
  }
}

/** A text that is said to hold on a day holds no amendment of a later one. */
function* textFaults({ document, steps }: Life, days: readonly LocalDate[]): Generator<Fault> {
  const amendments = steps.filter(({ change }) => change === 'amended');
  if (amendments.length === 0) return;
  const newest = Math.max(...steps.map(({ version }) => version));
  let before: TextSpan | undefined;
  for (const day of days) {
    const text = textOn(document, newest, day);
    const isSaid = text.from === undefined || text.from <= day;
    const later = amendments.find((step) => step.version <= text.version && step.day > day);
    if (isSaid && later && text.version > 1 && text.version !== before?.version)
      yield { day, detail: `the text of v${text.version} holds v${later.version}, which is of ${later.day}` };
    before = text;
  }
}

/** The day of 施行, the day after an inclusive term, and those of the 题注. */
function datesOf(document: Document): LocalDate[] {
  const { effectiveUntil, history = [] } = document;
  const start = startOf(document);
  return [
    ...(start === undefined ? [] : [start]),
    ...(effectiveUntil === undefined ? [] : [addDays(effectiveUntil, 1)]),
    ...history.map(({ on }) => on),
  ];
}

/** Two ends may fall on one day; either may be shown. */
function endsOn(day: LocalDate, document: Document, steps: readonly Step[]): ReadonlySet<string> {
  const ofThatDay = steps.filter((step) => step.day === day);
  const ends = ofThatDay.map(({ change }) => (change === 'end_scheduled' ? 'declared_lapsed' : change));
  const { effectiveUntil } = document;
  const isTermEnd = effectiveUntil !== undefined && addDays(effectiveUntil, 1) === day;
  return new Set([...ends.filter((change) => endings.has(change)), ...(isTermEnd ? ['expired'] : [])]);
}

function isTimeless(document: Document): boolean {
  return validityOn(document, '2000-01-01') === 'not_applicable';
}

/** By its own day. A condition’s lapse is taken back with its condition, and the other way round. */
function isReversed(end: Step, steps: readonly Step[]): boolean {
  return steps.some(({ reverses, day, version }) => {
    if (reverses === undefined || day > end.day || version < end.version) return false;
    const reversed = steps.find((step) => step.version === reverses);
    const isOneLapse =
      reversed?.change === 'end_scheduled' && end.change === 'declared_lapsed' && reversed.day === end.day;
    return reverses === end.version || isOneLapse;
  });
}

function comesBack(day: LocalDate, steps: readonly Step[]): boolean {
  return steps.some((step) => step.change === 'reinstated' && step.day === day);
}

const endings: ReadonlySet<string> = new Set(['repealed', 'superseded', 'expired', 'declared_lapsed']);
const inForce: ReadonlySet<string> = new Set(['in_force', 'in_force_amended', 'partially_ended']);

function nameOf(version: number, change: string, day: LocalDate): string {
  return `v${version} ${change} ${day}`;
}

function without(some: readonly string[], others: readonly string[]): string[] {
  return some.filter((one) => !others.includes(one));
}

function daysBetween(from: LocalDate, until: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}
