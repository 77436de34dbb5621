import type { ErrorCode, Issue, Problem } from '@gongwen/schemas';

const brand = Symbol.for('gongwen.PublishingError');

/**
 * From the error table (docs/errors.md); or `NETWORK` (no usable answer), `TIMEOUT` (none in time), `CONFIGURATION` (the
 * options are wrong). A newer gateway may say a code that this version does not know.
 */
export type PublishingErrorCode =
  ErrorCode | 'NETWORK' | 'TIMEOUT' | 'CONFIGURATION' | (string & Record<never, never>);

/** What an error is made of. */
export interface PublishingErrorFields {
  readonly code: PublishingErrorCode;
  readonly message: string;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly docUrl?: string | undefined;
  readonly hint?: string | undefined;
  readonly retryable?: boolean | undefined;
  readonly issues?: readonly Issue[] | undefined;
  readonly problem?: Problem | undefined;
  readonly cause?: unknown;
}

/**
 * Whatever goes wrong with a call. Act on `code` or on the subclass; the message is for people.
 *
 * @example
 * try {
 *   await client.documents.publish(command, { idempotencyKey });
 * } catch (error) {
 *   if (isPublishingError(error) && error.retryable) outbox.keep(command, error.idempotencyKey);
 *   else throw error;
 * }
 */
export class PublishingError extends Error {
  override readonly name: string = 'PublishingError';
  readonly code: PublishingErrorCode;
  /** HTTP status of the answer; absent when none came. Of a refused webhook: the status to answer it with. */
  readonly status: number | undefined;
  /** Quote it when asking for help. It was sent with the call, so it is known even when no answer came. */
  readonly requestId: string | undefined;
  /** Commands only. Send the call again with this key until the answer is definite. */
  readonly idempotencyKey: string | undefined;
  /** Page that explains the error. */
  readonly docUrl: string | undefined;
  /** What to do next. */
  readonly hint: string | undefined;
  /** Whether the same call with the same key may succeed later. */
  readonly retryable: boolean;
  /** What is wrong in the content, each with a JSON pointer (RFC 6901). */
  readonly issues: readonly Issue[];
  /** The answer as it came (RFC 9457). */
  readonly problem: Problem | undefined;

  constructor(fields: PublishingErrorFields) {
    super(fields.message, fields.cause === undefined ? undefined : { cause: fields.cause });
    // not enumerable, so that logs do not show it
    Object.defineProperty(this, brand, { value: true });
    this.code = fields.code;
    this.status = fields.status;
    this.requestId = fields.requestId;
    this.idempotencyKey = fields.idempotencyKey;
    this.docUrl = fields.docUrl;
    this.hint = fields.hint;
    this.retryable = fields.retryable ?? false;
    this.issues = fields.issues ?? [];
    this.problem = fields.problem;
  }
}

/**
 * Recognises this package’s errors by a brand, since `instanceof` fails when two copies are installed.
 *
 * @example
 * if (isPublishingError(error)) console.error(error.code, error.requestId, error.hint);
 */
export function isPublishingError(error: unknown): error is PublishingError {
  return typeof error === 'object' && error !== null && brand in error;
}
