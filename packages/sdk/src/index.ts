export { type Client, createClient } from './client.ts';
export type { CallOptions, Documents, Hits, ListQuery, Validation } from './documents.ts';
export {
  InvalidTransitionError,
  NotAllowedError,
  NotFoundError,
  PublishingError,
  type PublishingErrorFields,
  SignatureError,
  UnavailableError,
  ValidationError,
  VersionConflictError,
  WithdrawnError,
  isPublishingError,
} from './errors.ts';
export type { Files, Upload } from './files.ts';
export type { Receipts, WaitOptions } from './receipts.ts';
export type { ClientOptions } from './transport.ts';
export { type SignOptions, type VerifyOptions, webhooks } from './webhooks.ts';
