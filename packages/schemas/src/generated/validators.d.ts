// Generated from ../../source by scripts/generate.ts. Do not edit.
import type * as types from './types.ts';
export interface SchemaError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
  message?: string;
}
export interface Validator<Value> {
  (value: unknown): value is Value;
  errors?: SchemaError[] | null;
}
export declare const isDocumentEvent: Validator<types.DocumentEvent>;
export declare const isDocumentPublished: Validator<types.DocumentPublished>;
export declare const isDocumentAmended: Validator<types.DocumentAmended>;
export declare const isDocumentCorrected: Validator<types.DocumentCorrected>;
export declare const isDocumentRepealed: Validator<types.DocumentRepealed>;
export declare const isDocumentExpired: Validator<types.DocumentExpired>;
export declare const isDocumentSuperseded: Validator<types.DocumentSuperseded>;
export declare const isDocumentPartiallyEnded: Validator<types.DocumentPartiallyEnded>;
export declare const isDocumentEndScheduled: Validator<types.DocumentEndScheduled>;
export declare const isDocumentRenewed: Validator<types.DocumentRenewed>;
export declare const isDocumentReinstated: Validator<types.DocumentReinstated>;
export declare const isDocumentWithdrawn: Validator<types.DocumentWithdrawn>;
export declare const isDocumentRestored: Validator<types.DocumentRestored>;
export declare const isDocumentLinked: Validator<types.DocumentLinked>;
export declare const isDocumentDisclosureChanged: Validator<types.DocumentDisclosureChanged>;
export declare const isDocumentTransferred: Validator<types.DocumentTransferred>;
export declare const isPublishCommand: Validator<types.PublishCommand>;
export declare const isAmendCommand: Validator<types.AmendCommand>;
export declare const isCorrectCommand: Validator<types.CorrectCommand>;
export declare const isRepealCommand: Validator<types.RepealCommand>;
export declare const isExpireCommand: Validator<types.ExpireCommand>;
export declare const isSupersedeCommand: Validator<types.SupersedeCommand>;
export declare const isPartiallyEndCommand: Validator<types.PartiallyEndCommand>;
export declare const isScheduleEndCommand: Validator<types.ScheduleEndCommand>;
export declare const isRenewCommand: Validator<types.RenewCommand>;
export declare const isReinstateCommand: Validator<types.ReinstateCommand>;
export declare const isWithdrawCommand: Validator<types.WithdrawCommand>;
export declare const isRestoreCommand: Validator<types.RestoreCommand>;
export declare const isSetLinksCommand: Validator<types.SetLinksCommand>;
export declare const isChangeDisclosureCommand: Validator<types.ChangeDisclosureCommand>;
export declare const isTransferCommand: Validator<types.TransferCommand>;
export declare const isStageReceipt: Validator<types.StageReceipt>;
export declare const isReceipt: Validator<types.Receipt>;
export declare const isProblem: Validator<types.Problem>;
export declare const isDocumentResource: Validator<types.DocumentResource>;
export declare const isDocumentList: Validator<types.DocumentList>;
export declare const isDecisionTargets: Validator<types.DecisionTargets>;
export declare function localizeZh(errors: SchemaError[] | null | undefined): void;
export declare function localizeEn(errors: SchemaError[] | null | undefined): void;
