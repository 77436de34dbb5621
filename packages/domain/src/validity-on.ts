import { type Document, type LifecycleEntry, type Validity, classesWithValidity } from '@gongwen/schemas';
import { type LocalDate, addDays } from './local-date.ts';
import { reversedVersions } from './reversed-versions.ts';

/** How long one validity holds: `from` is inclusive, `until` exclusive; absent = open. */
export interface ValiditySpan {
  validity: Validity;
  from?: LocalDate;
  until?: LocalDate;
}

type Dated = Pick<
  Document,
  | 'docClass'
  | 'effectiveFrom'
  | 'effectiveUntil'
  | 'promulgatedOn'
  | 'publishedOn'
  | 'issuedOn'
  | 'lifecycle'
  | 'history'
  | 'provenance'
>;

/**
 * 有效性 on a civil date: derived from dates and lifecycle, never stored as truth (DESIGN §4, DOMAIN §7–8).
 * A term ends with its inclusive last day; an event counts from its `effectiveOn`.
 */
export function validityOn(document: Dated, date: LocalDate): Validity {
  if (!classesWithValidity.has(document.docClass)) return 'not_applicable';
  const start = startOf(document);
  const standing = standingOn(document, date);
  const validity = standing.reduce<Validity>(apply, validityBefore(document, date, start));
  if (isEnded(validity)) return validity;
  if (document.effectiveUntil !== undefined && document.effectiveUntil < date) return 'expired';
  if (lapsesByCondition(standing)) return 'declared_lapsed';
  // what was changed later was in force until then, whatever its source says or leaves out about today
  if (validity === 'not_yet_effective' || isChangedAfter(document, date)) return validity;
  if (isStatedEnded(document, standing)) return 'declared_lapsed';
  return standing.length > 0 || isStated(document, start) ? validity : 'unknown';
}

/** Every validity that the document has or will have, in order of time; neighbours differ. */
export function validitySpans(document: Dated): ValiditySpan[] {
  const boundaries = new Set(document.lifecycle.map((entry) => entry.effectiveOn));
  const start = startOf(document);
  if (start !== undefined) boundaries.add(start);
  for (const on of changesOf(document)) boundaries.add(on);
  if (document.effectiveUntil !== undefined) boundaries.add(addDays(document.effectiveUntil, 1));
  const dates = [...boundaries].toSorted();
  const [first] = dates;
  const spans: ValiditySpan[] = [
    { validity: validityOn(document, first ? addDays(first, -1) : '1800-01-01') },
  ];
  for (const date of dates) {
    const validity = validityOn(document, date);
    const last = spans.at(-1);
    if (last === undefined || last.validity === validity) continue;
    last.until = date;
    spans.push({ validity, from: date });
  }
  return spans;
}

/** The lifecycle entry that has ended the document on that date, if one has. */
export function endingOn(document: Dated, date: LocalDate): LifecycleEntry | undefined {
  return standingOn(document, date).find((entry) => isEnded(apply('in_force', entry)));
}

export function isEnded(validity: Validity): boolean {
  switch (validity) {
    case 'superseded':
    case 'repealed':
    case 'expired':
    case 'declared_lapsed':
      return true;
    default:
      return false;
  }
}

/**
 * The day of 施行; where none is stated, that of its publication (DOMAIN §3.3: 自公布之日起). An import’s 发布日期 is often
 * the day on which its page was put up, up to 16 years later: there 成文日期 counts before it.
 */
export function startOf(document: Dated): LocalDate | undefined {
  const { effectiveFrom, promulgatedOn, publishedOn, issuedOn, provenance } = document;
  return (
    effectiveFrom ?? promulgatedOn ?? (provenance ? (issuedOn ?? publishedOn) : (publishedOn ?? issuedOn))
  );
}

/** What counts on that date, in order: entries that have taken effect and were not reversed by a reinstatement. */
function standingOn(document: Dated, date: LocalDate): LifecycleEntry[] {
  const past = document.lifecycle.filter((entry) => entry.effectiveOn <= date);
  const reversed = reversedVersions(past);
  return past
    .filter((entry) => !reversed.has(entry.version))
    .toSorted((a, b) =>
      a.effectiveOn === b.effectiveOn ? a.version - b.version : a.effectiveOn < b.effectiveOn ? -1 : 1,
    );
}

function apply(state: Validity, entry: LifecycleEntry): Validity {
  if (isEnded(state)) return state; // ended once; only a reinstatement leads back
  switch (entry.change) {
    case 'amended':
      return state === 'in_force' ? 'in_force_amended' : state;
    case 'partially_ended':
      return state === 'not_yet_effective' ? state : 'partially_ended';
    case 'repealed':
    case 'superseded':
    case 'expired':
    case 'declared_lapsed':
      return entry.change;
    case 'end_scheduled':
    case 'end_cancelled':
    case 'renewed':
    case 'reinstated':
      return state;
  }
}

/** The 附条件失效 that is set and not cancelled, whether its day has come or not. */
export function pendingConditionOf({ lifecycle }: Dated): LifecycleEntry | undefined {
  const reversed = reversedVersions(lifecycle);
  const cancelled = lifecycle.findLast(({ change }) => change === 'end_cancelled')?.version ?? 0;
  return lifecycle.findLast(
    ({ change, version }) => change === 'end_scheduled' && version > cancelled && !reversed.has(version),
  );
}

/** 附条件失效: the entry’s `effectiveOn` is the day it lapses unless that was cancelled by then. */
function lapsesByCondition(standing: readonly LifecycleEntry[]): boolean {
  const cancels = standing.filter((entry) => entry.change === 'end_cancelled');
  return standing
    .filter((entry) => entry.change === 'end_scheduled')
    .some(
      ({ version, effectiveOn }) =>
        !cancels.some((cancel) => cancel.version > version && cancel.effectiveOn <= effectiveOn),
    );
}

/** An import’s own word that it has ended holds until a reinstatement, or until a decision tells when it ended. */
function isStatedEnded({ provenance, lifecycle }: Dated, standing: readonly LifecycleEntry[]): boolean {
  return (
    provenance?.statedValidity?.state === 'ended' &&
    !standing.some((entry) => entry.change === 'reinstated') &&
    !lifecycle.some((entry) => isEnded(apply('in_force', entry)))
  );
}

/** Without events: from its day on in force, and changed when its 题注 says so. */
function validityBefore(document: Dated, date: LocalDate, start: LocalDate | undefined): Validity {
  if (start !== undefined && date < start) return 'not_yet_effective';
  return changesOf(document).some((on) => on <= date) ? 'in_force_amended' : 'in_force';
}

/** The days on which it was changed before it came into this system. */
function changesOf({ history = [] }: Dated): LocalDate[] {
  return history.flatMap(({ event, on }) => (event === 'amended' || event === 'revised' ? [on] : []));
}

function isChangedAfter(document: Dated, date: LocalDate): boolean {
  const amended = document.lifecycle.flatMap(({ change, effectiveOn }) =>
    change === 'amended' ? [effectiveOn] : [],
  );
  return [...changesOf(document), ...amended].some((on) => on > date);
}

/** Without any event: nobody knows when the source does not say it, or when there is no date either. */
function isStated({ provenance }: Dated, start: LocalDate | undefined): boolean {
  if (provenance?.statedValidity) return true;
  return start !== undefined && !provenance?.gaps.includes('validity');
}
