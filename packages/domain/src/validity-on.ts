import { type Document, type LifecycleEntry, type Validity, classesWithValidity } from '@gongwen/schemas';
import { type LocalDate, addDays } from './local-date.ts';

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
  const validity = standing.reduce<Validity>(
    apply,
    start !== undefined && date < start ? 'not_yet_effective' : 'in_force',
  );
  if (isEnded(validity)) return validity;
  if (document.effectiveUntil !== undefined && document.effectiveUntil < date) return 'expired';
  if (lapsesByCondition(standing)) return 'declared_lapsed';
  if (isStatedEnded(document, standing) && validity !== 'not_yet_effective') return 'declared_lapsed';
  return validity === 'in_force' && standing.length === 0 ? stated(document, start) : validity;
}

/** Every validity that the document has or will have, in order of time; neighbours differ. */
export function validitySpans(document: Dated): ValiditySpan[] {
  const boundaries = new Set(document.lifecycle.map((entry) => entry.effectiveOn));
  const start = startOf(document);
  if (start !== undefined) boundaries.add(start);
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

/** The day of 施行, or the first day that is known when none is stated (DOMAIN §3.3: 自公布之日起). */
export function startOf(document: Dated): LocalDate | undefined {
  return document.effectiveFrom ?? document.promulgatedOn ?? document.publishedOn ?? document.issuedOn;
}

/** What counts on that date, in order: entries that have taken effect and were not reversed by a reinstatement. */
function standingOn(document: Dated, date: LocalDate): LifecycleEntry[] {
  const past = document.lifecycle.filter((entry) => entry.effectiveOn <= date);
  const reversed = new Set(
    past.flatMap(({ change, reverses }) => (change === 'reinstated' ? [reverses] : [])),
  );
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
  return lifecycle.findLast((entry) => entry.change === 'end_scheduled' && !isTakenBack(entry, lifecycle));
}

function isTakenBack({ version }: LifecycleEntry, lifecycle: readonly LifecycleEntry[]): boolean {
  return lifecycle.some(
    (entry) =>
      (entry.change === 'end_cancelled' && entry.version > version) ||
      (entry.change === 'reinstated' && entry.reverses === version),
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

/** Without any event and any word of the source: nobody knows when the source says so, or has no date either. */
function stated({ provenance }: Dated, start: LocalDate | undefined): Validity {
  if (provenance?.statedValidity) return 'in_force';
  return start === undefined || provenance?.gaps.includes('validity') ? 'unknown' : 'in_force';
}
