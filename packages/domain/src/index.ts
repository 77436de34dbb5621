export { type Admission, admit } from './admit.ts';
export { citationKeysOf, citedKeysOf, referenceKeysOf } from './citation-keys.ts';
export { decide } from './decide/decide.ts';
export type { Change, Command, Decision, DecisionContext, Department, Rejection } from './decide/decision.ts';
export {
  answeredBy,
  derivedCommand,
  interpretationsOf,
  interpretedDocuments,
  isDoneBy,
  partMeant,
  referenceTo,
  targetsOf,
} from './decision-targets.ts';
export { type DisclosureStanding, disclosureDeadline, disclosureStanding } from './disclosure-clock.ts';
export { type DocumentIdParts, parseDocumentId } from './document-id.ts';
export { parseDocumentNumber } from './document-number.ts';
export { type DueDate, type DueKind, dueOn } from './due-dates.ts';
export { type DocumentHead, evolve } from './evolve.ts';
export { filesOf } from './files-of.ts';
export { type Gate, type GatePolicy, type GateRule, defaultGates, readGatePolicy } from './gates.ts';
export { type HolidayCalendar, type HolidayYear, holidayCalendar } from './holiday-calendar.ts';
export { lastDayOfTerm } from './last-day-of-term.ts';
export { type LocalDate, addDays, addMonths, addYears, isLocalDate, localDateOf } from './local-date.ts';
export { type MatchOptions, type ReferenceMatch, matchReference, means } from './match-reference.ts';
export { dueCommand, nextDueDay } from './next-due-day.ts';
export { normalizeText } from './normalize-text.ts';
export { plainTextOf } from './plain-text-of.ts';
export { type HolidayCalendarReading, readHolidayCalendar } from './read-holiday-calendar.ts';
export { stateCouncilCalendar } from './state-council-calendar.ts';
export { termPolicies } from './term-policies.ts';
export {
  type TermLimit,
  type TermPolicy,
  defaultEffectiveUntil,
  termFaults,
  termPolicyFor,
} from './term-policy.ts';
export { type TextSpan, textOfVersion, textOn, textSpans } from './text-history.ts';
export { type TextCommand, type TextToReview, textToReview } from './text-to-review.ts';
export { areSimilar, titleKey } from './title-key.ts';
export { type ValidityCause, type ValidityPeriod, validityHistory } from './validity-history.ts';
export { type ValiditySpan, endingOn, isEnded, startOf, validityOn, validitySpans } from './validity-on.ts';
export { withTextOf } from './with-text-of.ts';
export { addWorkingDays, countWorkingDays, isWorkingDay } from './working-days.ts';
