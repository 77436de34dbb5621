import type { Receipt } from '@gongwen/schemas';
import { PublishingError, type PublishingErrorFields } from './publishing-error.ts';

/** The content or the request is wrong: mend what `issues` names. */
export class ValidationError extends PublishingError {
  override readonly name = 'ValidationError';
}

/** Somebody changed the document in between: fetch it, and let a person decide. */
export class VersionConflictError extends PublishingError {
  override readonly name = 'VersionConflictError';
  /** The version that stands. */
  readonly currentVersion = this.problem?.currentVersion;
  /** The version that the command was made for. */
  readonly expectedVersion = this.problem?.expectedVersion;
  /** The event that made the current version. */
  readonly currentEventId = this.problem?.currentEventId;
}

/** The document’s state does not allow this, e.g. to amend what was repealed. */
export class InvalidTransitionError extends PublishingError {
  override readonly name = 'InvalidTransitionError';
  /** The validity that forbids it. */
  readonly validity = this.problem?.validity;
}

/** The issuer has another document of this number already; the text names it. */
export class NumberInUseError extends PublishingError {
  override readonly name = 'NumberInUseError';
}

/** The idempotency key is missing, not well formed, or was used for other content. */
export class IdempotencyError extends PublishingError {
  override readonly name = 'IdempotencyError';
}

/** Credentials are missing, wrong or expired. */
export class AuthenticationError extends PublishingError {
  override readonly name = 'AuthenticationError';
}

/** The credentials are good but do not allow this. */
export class PermissionError extends PublishingError {
  override readonly name = 'PermissionError';
}

/** There is no such document, version, receipt or file. */
export class NotFoundError extends PublishingError {
  override readonly name = 'NotFoundError';
}

/** The document was withdrawn; the public reason is in the message. */
export class WithdrawnError extends PublishingError {
  override readonly name = 'WithdrawnError';
}

/** Too many requests, also after every retry. */
export class RateLimitError extends PublishingError {
  override readonly name = 'RateLimitError';
  /** Wait at least this long. */
  readonly retryAfterSeconds = this.problem?.retryAfterSeconds;
}

/** The gateway is busy or not there, also after every retry; nothing was carried out by the last attempt. */
export class UnavailableError extends PublishingError {
  override readonly name = 'UnavailableError';
}

/** It may or may not have been carried out: send the same key again until the answer is definite. */
export class OutcomeUnknownError extends PublishingError {
  override readonly name = 'OutcomeUnknownError';
}

/** No definite answer in time. A command may have been carried out: send the same key again. */
export class TimeoutError extends PublishingError {
  override readonly name = 'TimeoutError';
  /** Of `receipts.wait`: the receipt as it last stood. */
  readonly receipt: Receipt | undefined;

  constructor(fields: PublishingErrorFields & { readonly receipt?: Receipt | undefined }) {
    super(fields);
    this.receipt = fields.receipt;
  }
}

/** Why a webhook was refused. */
export type SignatureReason =
  | 'body_parsed'
  | 'header_missing'
  | 'id_invalid'
  | 'timestamp_invalid'
  | 'timestamp_too_far'
  | 'signature_wrong';

/** A webhook’s signature does not hold: answer 401. */
export class SignatureError extends PublishingError {
  override readonly name = 'SignatureError';
  readonly reason: SignatureReason;

  constructor(fields: PublishingErrorFields & { readonly reason?: SignatureReason }) {
    super(fields);
    this.reason = fields.reason ?? 'signature_wrong';
  }
}
