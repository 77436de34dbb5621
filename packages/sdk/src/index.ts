export type { ClientOptions, Retry } from './client-options.ts';
export { type Client, createClient } from './client.ts';
export type { CommandOptions, Documents, GetOptions, ValidateOptions, Validation } from './documents.ts';
export {
  AuthenticationError,
  IdempotencyError,
  InvalidTransitionError,
  NotFoundError,
  NumberInUseError,
  OutcomeUnknownError,
  PermissionError,
  RateLimitError,
  SignatureError,
  type SignatureReason,
  TimeoutError,
  UnavailableError,
  ValidationError,
  VersionConflictError,
  WithdrawnError,
} from './errors.ts';
export type { FileDescription, Files, Upload, UploadOptions } from './files.ts';
export type { FacetName, Hits, HitsPage, ListQuery } from './hits.ts';
export type { Locale } from './locale.ts';
export {
  PublishingError,
  type PublishingErrorCode,
  type PublishingErrorFields,
  isPublishingError,
} from './publishing-error.ts';
export type { Receipts, WaitOptions } from './receipts.ts';
export type { SignOptions, WebhookHeaders } from './sign-webhook.ts';
export type { VerifyOptions } from './verify-webhook.ts';
export type { WebhookKeys } from './webhook-keys.ts';
export { webhooks } from './webhooks.ts';
export type {
  AmendCommand,
  ChangeDisclosureCommand,
  CorrectCommand,
  DecisionTarget,
  DecisionTargets,
  Document,
  DocumentContent,
  DocumentEvent,
  DocumentHit,
  DocumentList,
  DocumentResource,
  ErrorCode,
  ExpireCommand,
  FileReference,
  Issue,
  Problem,
  PartiallyEndCommand,
  PublishCommand,
  Receipt,
  Relation,
  SetLinksCommand,
  TransferCommand,
  ReceiptStage,
  ReinstateCommand,
  RenewCommand,
  RepealCommand,
  RestoreCommand,
  ScheduleEndCommand,
  SupersedeCommand,
  WithdrawCommand,
} from '@gongwen/schemas';
