import { type ErrorCode, errorTable, isErrorCode } from '@gongwen/schemas';
import {
  AuthenticationError,
  IdempotencyError,
  InvalidTransitionError,
  NotFoundError,
  NumberInUseError,
  OutcomeUnknownError,
  PermissionError,
  RateLimitError,
  SignatureError,
  UnavailableError,
  ValidationError,
  VersionConflictError,
  WithdrawnError,
} from './errors.ts';
import type { PublishingError, PublishingErrorFields } from './publishing-error.ts';

export type PublishingErrorClass = new (fields: PublishingErrorFields) => PublishingError;

/** Codes that say more than their class in the error table and their status. */
const classesByCode: Partial<Record<ErrorCode, PublishingErrorClass>> = {
  ILLEGAL_TRANSITION: InvalidTransitionError,
  NUMBER_IN_USE: NumberInUseError,
  IDEMPOTENCY_KEY_MISSING: IdempotencyError,
  IDEMPOTENCY_KEY_INVALID: IdempotencyError,
  IDEMPOTENCY_KEY_REUSED: IdempotencyError,
  DOCUMENT_WITHDRAWN: WithdrawnError,
  RATE_LIMITED: RateLimitError,
  SIGNATURE_INVALID: SignatureError,
};

/** The one class of an error code; of a code that this version does not know, by its status. */
export function errorClassOf(code: string, status: number): PublishingErrorClass {
  if (!isErrorCode(code)) return classByStatus(status);
  const own = classesByCode[code];
  if (own) return own;
  const { class: errorClass, status: knownStatus } = errorTable[code];
  switch (errorClass) {
    case 'fix_request':
    case 'not_allowed':
      return classByStatus(knownStatus);
    case 'someone_else_changed_it':
      return VersionConflictError;
    case 'wait_and_repeat':
      return UnavailableError;
    case 'unknown_outcome':
    case 'our_bug': // it may have failed after the event was written
      return OutcomeUnknownError;
  }
}

function classByStatus(status: number): PublishingErrorClass {
  if (status === 401) return AuthenticationError;
  if (status === 403) return PermissionError;
  if (status === 404) return NotFoundError;
  if (status === 429) return RateLimitError;
  return status === 408 || status >= 500 ? UnavailableError : ValidationError;
}
