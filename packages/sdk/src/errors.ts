import { type ErrorCode, type Issue, type Problem, errorTable, isErrorCode } from '@gongwen/schemas';

const brand = Symbol.for('gongwen.PublishingError');

/** What every error of this package tells. */
export interface PublishingErrorFields {
  /** HTTP status; absent when no answer came. */
  readonly status?: number;
  /** Quote it when asking for help. */
  readonly requestId?: string;
  /** Send the call again with this key until the answer is definite. */
  readonly idempotencyKey?: string;
  /** The answer as it came (RFC 9457). */
  readonly problem?: Problem;
}

/**
 * An error of the gateway, or on the way to it. `code` is from the error table (docs/errors.md), or `TIMEOUT`,
 * `NETWORK` and `CONFIGURATION` for what never reached it.
 */
export class PublishingError extends Error {
  override readonly name: string = 'PublishingError';
  readonly [brand] = true;
  readonly code: ErrorCode | 'TIMEOUT' | 'NETWORK' | 'CONFIGURATION';
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly problem: Problem | undefined;
  readonly issues: readonly Issue[];
  readonly hint: string | undefined;
  /** Whether the same call with the same key may succeed later. */
  readonly retryable: boolean;

  constructor(
    code: PublishingError['code'],
    message: string,
    fields: PublishingErrorFields,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.code = code;
    this.status = fields.status;
    this.requestId = fields.requestId;
    this.idempotencyKey = fields.idempotencyKey;
    this.problem = fields.problem;
    this.issues = fields.problem?.issues ?? [];
    this.hint = fields.problem?.hint;
    this.retryable = fields.problem?.retryable ?? (code === 'NETWORK' || code === 'TIMEOUT');
  }
}

/** The content or the request is wrong: see `issues`. Never retried. */
export class ValidationError extends PublishingError {
  override readonly name = 'ValidationError';
}

/** Somebody changed the document in between. */
export class VersionConflictError extends PublishingError {
  override readonly name = 'VersionConflictError';
  get currentVersion(): number | undefined {
    return this.problem?.currentVersion;
  }
  get expectedVersion(): number | undefined {
    return this.problem?.expectedVersion;
  }
}

/** The document’s state does not allow this, e.g. to amend what was repealed. */
export class InvalidTransitionError extends PublishingError {
  override readonly name = 'InvalidTransitionError';
}

/** Credentials are missing, wrong or expired, or do not allow this. */
export class NotAllowedError extends PublishingError {
  override readonly name = 'NotAllowedError';
}

/** There is no such document, version, receipt or file. */
export class NotFoundError extends PublishingError {
  override readonly name = 'NotFoundError';
}

/** The document was withdrawn; the public reason is in the message. */
export class WithdrawnError extends PublishingError {
  override readonly name = 'WithdrawnError';
}

/** The gateway is busy or not there; every retry was used up. */
export class UnavailableError extends PublishingError {
  override readonly name = 'UnavailableError';
}

/** A webhook’s signature does not hold. */
export class SignatureError extends PublishingError {
  override readonly name = 'SignatureError';
  readonly reason: string;

  constructor(reason: string) {
    super('SIGNATURE_INVALID', `SIGNATURE_INVALID: ${reason}`, {});
    this.reason = reason;
  }
}

/** Recognises this package’s errors by a brand, since `instanceof` fails when two copies are installed. */
export function isPublishingError(error: unknown): error is PublishingError {
  return typeof error === 'object' && error !== null && brand in error;
}

/** An answer that is no success, as a typed error: code, first issue, request id. */
export function toPublishingError(problem: Problem, idempotencyKey: string | undefined): PublishingError {
  const code = isErrorCode(problem.code) ? problem.code : 'INTERNAL';
  const message = `${code}: ${problem.detail} (requestId ${problem.requestId})`;
  const { status, requestId } = problem;
  const ErrorClass = classOf(code);
  return new ErrorClass(code, message, {
    status,
    requestId,
    problem,
    ...(idempotencyKey && { idempotencyKey }),
  });
}

function classOf(code: ErrorCode): typeof PublishingError {
  if (code === 'VERSION_CONFLICT' || code === 'PRECONDITION_REQUIRED') return VersionConflictError;
  if (code === 'ILLEGAL_TRANSITION') return InvalidTransitionError;
  if (code === 'DOCUMENT_WITHDRAWN') return WithdrawnError;
  const { status, class: errorClass } = errorTable[code];
  if (status === 404) return NotFoundError;
  switch (errorClass) {
    case 'fix_request':
      return ValidationError;
    case 'not_allowed':
      return NotAllowedError;
    case 'someone_else_changed_it':
      return VersionConflictError;
    case 'wait_and_repeat':
    case 'unknown_outcome':
    case 'our_bug':
      return UnavailableError;
  }
}
