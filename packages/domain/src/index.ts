export { type Admission, admit } from './admit.ts';
export { decide } from './decide/decide.ts';
export type { Change, Command, Decision, DecisionContext, Department, Rejection } from './decide/decision.ts';
export { type DocumentIdParts, parseDocumentId } from './document-id.ts';
export { parseDocumentNumber } from './document-number.ts';
export { type DocumentHead, evolve } from './evolve.ts';
export { type LocalDate, addDays, isLocalDate, localDateOf } from './local-date.ts';
export { normalizeText } from './normalize-text.ts';
export { type ValiditySpan, endingOn, isEnded, validityOn, validitySpans } from './validity-on.ts';
