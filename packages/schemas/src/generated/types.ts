// Generated from ../../source by scripts/generate.ts. Do not edit.

export type DocumentEvent =
  | DocumentPublished
  | DocumentAmended
  | DocumentCorrected
  | DocumentRepealed
  | DocumentExpired
  | DocumentSuperseded
  | DocumentPartiallyEnded
  | DocumentEndScheduled
  | DocumentRenewed
  | DocumentReinstated
  | DocumentWithdrawn
  | DocumentRestored
  | DocumentLinked
  | DocumentDisclosureChanged
  | DocumentTransferred;

export interface Contracts {
  'publish-command.v1.schema.json'?: PublishCommand;
  'amend-command.v1.schema.json'?: AmendCommand;
  'correct-command.v1.schema.json'?: CorrectCommand;
  'repeal-command.v1.schema.json'?: RepealCommand;
  'expire-command.v1.schema.json'?: ExpireCommand;
  'supersede-command.v1.schema.json'?: SupersedeCommand;
  'partially-end-command.v1.schema.json'?: PartiallyEndCommand;
  'schedule-end-command.v1.schema.json'?: ScheduleEndCommand;
  'renew-command.v1.schema.json'?: RenewCommand;
  'reinstate-command.v1.schema.json'?: ReinstateCommand;
  'withdraw-command.v1.schema.json'?: WithdrawCommand;
  'restore-command.v1.schema.json'?: RestoreCommand;
  'set-links-command.v1.schema.json'?: SetLinksCommand;
  'change-disclosure-command.v1.schema.json'?: ChangeDisclosureCommand;
  'transfer-command.v1.schema.json'?: TransferCommand;
  'stage-receipt.v1.schema.json'?: StageReceipt;
  'receipt.v1.schema.json'?: Receipt;
  'problem.v1.schema.json'?: Problem;
  'document-resource.v1.schema.json'?: DocumentResource;
  'document-list.v1.schema.json'?: DocumentList;
  'decision-targets.v1.schema.json'?: DecisionTargets;
  'document-event.v1.schema.json'?: DocumentEvent;
  DocumentChanges?: DocumentChanges;
}
/**
 * 发布 a new document.
 */
export interface PublishCommand {
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  documentId: string;
  document: DocumentContent;
  /**
   * Text with line breaks, 1–5 000 characters.
   */
  note?: string;
  evidence?: ReviewEvidence;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  clientReference?: string;
}
/**
 * A document as its department writes it. Missing parts that the law wants are refused, unless an import marks them as gaps.
 */
export interface DocumentContent {
  /**
   * Kind of document (DOMAIN §2).
   */
  docClass:
    | 'local_regulation'
    | 'government_rule'
    | 'normative_document'
    | 'other_policy_document'
    | 'lifecycle_decision'
    | 'interpretation'
    | 'gazette_issue'
    | 'qa_entry'
    | 'decision_process_item';
  /**
   * 标题. 1–500 characters on one line, not only blanks.
   */
  title: string;
  /**
   * 标题. 1–500 characters on one line, not only blanks.
   */
  subtitle?: string;
  /**
   * 标题. 1–500 characters on one line, not only blanks.
   */
  kicker?: string;
  /**
   * 标题. 1–500 characters on one line, not only blanks.
   */
  linkTitle?: string;
  /**
   * Titles that it had before; it may still be cited by them.
   *
   * @maxItems 50
   *
   * Items: 标题. 1–500 characters on one line, not only blanks.
   */
  formerTitles?: string[];
  /**
   * 题注: the history of a law in one paragraph.
   */
  captionNote?: string;
  documentNumber?: DocumentNumber;
  /**
   * 文号 that it had before; it may still be cited by them.
   *
   * @maxItems 50
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  formerNumbers?: string[];
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  indexNumber?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  registrationNumber?: string;
  /**
   * 信息类别编号.
   *
   * @maxItems 20
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  catalogCodes?: string[];
  /**
   * 原文链接.
   *
   * @maxItems 50
   *
   * Items: An absolute http or https URL.
   */
  sourceUrls?: string[];
  /**
   * 发文机关, the lead first; several in a joint issue.
   *
   * @maxItems 50
   */
  issuers?: Issuer[];
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  publisher?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  letterhead?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  signatory?: string;
  /**
   * 起草单位.
   *
   * @maxItems 50
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  drafters?: string[];
  /**
   * 主送机关.
   *
   * @maxItems 200
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  addressees?: string[];
  /**
   * 抄送机关.
   *
   * @maxItems 200
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  copyTo?: string[];
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  printedBy?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  printedOn?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  source?: string;
  /**
   * 层级.
   */
  level?: 'national' | 'province' | 'city' | 'county' | 'township';
  /**
   * GB/T 2260, six digits.
   */
  regionCode?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  issuedOn?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  publishedOn?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  adoptedOn?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  approvedOn?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  promulgatedOn?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  effectiveFrom?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  effectiveUntil?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  formedOn?: string;
  /**
   * 公文种类, the 15 statutory forms.
   */
  officialForm?:
    | 'resolution'
    | 'decision'
    | 'order'
    | 'communique'
    | 'announcement'
    | 'notice_public'
    | 'opinion'
    | 'notice'
    | 'circular'
    | 'report'
    | 'request'
    | 'reply'
    | 'proposal'
    | 'letter'
    | 'minutes';
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  instrumentForm?: string;
  /**
   * 主题分类, two levels as `A\B`.
   *
   * @maxItems 20
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  themes?: string[];
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  genre?: string;
  /**
   * 服务对象分类.
   *
   * @maxItems 50
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  audiences?: string[];
  /**
   * 五公开分类.
   */
  fiveOpenings?: 'decision' | 'execution' | 'management' | 'service' | 'result';
  /**
   * 专题.
   *
   * @maxItems 50
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  topics?: string[];
  /**
   * 关键词.
   *
   * @maxItems 100
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  keywords?: string[];
  /**
   * Text with line breaks, 1–5 000 characters.
   */
  abstract?: string;
  /**
   * 暂行/试行. Default false.
   */
  isProvisional?: boolean;
  /**
   * 公开属性, fixed before circulation; has no default.
   */
  disclosure: 'active' | 'on_request' | 'none';
  /**
   * Text with line breaks, 1–5 000 characters.
   */
  nonDisclosureBasis?: string;
  interpretationPlan?: InterpretationPlan;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  annotation?: string;
  body?: Body;
  /**
   * 原件: the files that are the document.
   *
   * @maxItems 100
   */
  renditions?: Rendition[];
  /**
   * 附件, in the order of 附件说明.
   *
   * @maxItems 500
   */
  attachments?: Attachment[];
  /**
   * What a carrier promulgates (《…》等三个文件的通知), in order.
   *
   * @maxItems 100
   */
  instruments?: Instrument[];
  /**
   * 关联: typed relations to other documents.
   *
   * @maxItems 5000
   */
  relations?: Relation[];
  /**
   * Documents that this decision ends and that may not be named.
   */
  undisclosedTargetCount?: number;
  gazetteIssue?: GazetteIssue;
  /**
   * Dated events of the time before this system (题注, imports).
   *
   * @maxItems 500
   */
  history?: HistoryEntry[];
  provenance?: Provenance;
}
/**
 * 发文字号. `raw` is what the document shows; the rest is computed by the gateway (GB/T 9704, DOMAIN §5).
 */
export interface DocumentNumber {
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  raw: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  canonical?: string;
  /**
   * Which grammar it follows.
   */
  form?: 'agency_year' | 'announcement' | 'order' | 'free';
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  agencyCode?: string;
  /**
   * Year in the number.
   */
  year?: number;
  /**
   * 顺序号.
   */
  sequence?: number;
}
/**
 * An issuing body.
 */
export interface Issuer {
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  name: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  organizationId?: string;
  /**
   * 统一社会信用代码, GB 32100.
   */
  unifiedSocialCreditCode?: string;
}
/**
 * 解读方案: whether an interpretation must come out with the document (三同步), or why not.
 */
export interface InterpretationPlan {
  required: boolean;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  reason?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  dueOn?: string;
}
/**
 * 正文. Up to 512 KiB of UTF-8 inline; longer text is a file (claim check).
 */
export interface Body {
  /**
   * Plain text.
   */
  text?: string;
  /**
   * HTML, sanitised on output.
   */
  html?: string;
  file?: FileReference;
}
/**
 * A file that was uploaded before (claim check). The gateway checks that it is there and that its hash is right.
 */
export interface FileReference {
  /**
   * SHA-256, lower-case hex.
   */
  sha256: string;
  /**
   * Size in bytes.
   */
  bytes: number;
  /**
   * A media type without parameters, RFC 6838.
   */
  mediaType: string;
  /**
   * A file’s name without folders, 1–200 characters.
   */
  filename: string;
}
/**
 * A file that is the document.
 */
export interface Rendition {
  /**
   * What the file is for.
   */
  role: 'original' | 'download_text' | 'download_image' | 'ofd' | 'pdf' | 'word' | 'html' | 'media';
  file: FileReference;
}
/**
 * An attachment.
 */
export interface Attachment {
  /**
   * 标题. 1–500 characters on one line, not only blanks.
   */
  title: string;
  file: FileReference;
}
/**
 * One of several instruments in one document; it may be cited by its own title.
 */
export interface Instrument {
  /**
   * 标题. 1–500 characters on one line, not only blanks.
   */
  title: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  instrumentForm?: string;
}
/**
 * A typed relation to another document (DOMAIN: 关联).
 */
export interface Relation {
  /**
   * The relation’s kind, seen from this document.
   */
  type:
    | 'amends'
    | 'amended_by'
    | 'repeals'
    | 'repealed_by'
    | 'declares_lapsed'
    | 'supersedes'
    | 'superseded_by'
    | 'renews'
    | 'partially_ends'
    | 'corrects'
    | 'implements'
    | 'based_on'
    | 'forwards'
    | 'carries'
    | 'attachment_of'
    | 'interprets'
    | 'interpreted_by'
    | 'draft_of'
    | 'consultation_for'
    | 'feedback_for'
    | 'deliberated_at'
    | 'published_in_gazette'
    | 'answers'
    | 'redemption_of'
    | 'related';
  target: DocumentReference;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  effectiveOn?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  scope?: string;
  /**
   * 失效理由, of `declares_lapsed`.
   */
  reasonCode?:
    | 'conflicts_with_law'
    | 'covered_by_new_rule'
    | 'subject_gone'
    | 'task_completed'
    | 'period_passed'
    | 'unsuited';
  /**
   * The articles that end, of `partially_ends`.
   *
   * @maxItems 1000
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  articles?: string[];
}
/**
 * Names a document: by id, by 文号, or by title and date only. A reference may be unknown here; it is then kept unresolved.
 */
export interface DocumentReference {
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  documentId?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  number?: string;
  /**
   * 标题. 1–500 characters on one line, not only blanks.
   */
  title?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  issuer?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  issuedOn?: string;
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  version?: number;
}
/**
 * 政府公报期次: which one this is, e.g. 2019年第3、4期（总390期）. What it contains are its relations `carries`.
 */
export interface GazetteIssue {
  /**
   * Year of the run.
   */
  year: number;
  /**
   * Numbers within the year; a double issue has two.
   *
   * @minItems 1
   * @maxItems 10
   *
   * Items: One number.
   */
  numbers: number[];
  /**
   * Number since the first issue, 总期数.
   */
  totalNumber?: number;
}
/**
 * A dated event as the source words it.
 */
export interface HistoryEntry {
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  on: string;
  /**
   * What happened.
   */
  event: 'adopted' | 'approved' | 'promulgated' | 'amended' | 'revised' | 'in_force' | 'repealed' | 'other';
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  text?: string;
}
/**
 * Where an imported document comes from and what its source lacks. Its text held from `textFrom` on; earlier texts are not here.
 */
export interface Provenance {
  /**
   * Every row that was merged into this document.
   *
   * @maxItems 100
   */
  sources: ImportSource[];
  /**
   * Mandatory fields that the source lacks.
   *
   * @maxItems 20
   *
   * Items: A field.
   */
  gaps: (
    'body' | 'documentNumber' | 'issuers' | 'issuedOn' | 'publishedOn' | 'renditions' | 'themes' | 'validity'
  )[];
  /**
   * The validity as the source states it, used where no event tells more.
   */
  statedValidity?: {
    /**
     * Its meaning.
     */
    state: 'in_force' | 'ended';
    /**
     * Text on one line, 1–1 000 characters, not only blanks.
     */
    label?: string;
  };
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  textFrom?: string;
  /**
   * What the importer had to mend or doubt.
   *
   * @maxItems 100
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  warnings?: string[];
}
/**
 * One row of a collection.
 */
export interface ImportSource {
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  collection: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  file?: string;
  /**
   * Line or row in the file.
   */
  row?: number;
  /**
   * An absolute http or https URL.
   */
  url?: string;
}
/**
 * What was examined before the document went out.
 */
export interface ReviewEvidence {
  secrecyReview?: ReviewRecord;
  legalityReview?: ReviewRecord;
  /**
   * 三审三校: the stages in order.
   *
   * @maxItems 10
   */
  reviews?: ReviewRecord[];
  /**
   * 错敏词检查, filled in by the gateway when the city has a checker.
   */
  wordingCheck?: {
    /**
     * Text on one line, 1–1 000 characters, not only blanks.
     */
    engine: string;
    /**
     * An instant with offset, RFC 3339, without leap seconds.
     */
    at: string;
    /**
     * What it found and let pass.
     *
     * @maxItems 100
     */
    hits: WordingHit[];
  };
}
/**
 * One examination: who, when, with what result.
 */
export interface ReviewRecord {
  /**
   * The outcome.
   */
  result: 'passed' | 'not_required';
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  by: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  on: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  reference?: string;
}
/**
 * A wording to look at.
 */
export interface WordingHit {
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  text: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  advice?: string;
  /**
   * An error stops the publication, a warning does not.
   */
  severity: 'error' | 'warning';
}
/**
 * 修改: a new text or new facts by a decision.
 */
export interface AmendCommand {
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  expectedVersion?: number;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  clientReference?: string;
  changes: DocumentChanges;
  /**
   * Fields to empty.
   *
   * @maxItems 60
   *
   * Items: A field that may be emptied.
   */
  clear?: (
    | 'subtitle'
    | 'kicker'
    | 'linkTitle'
    | 'formerTitles'
    | 'captionNote'
    | 'documentNumber'
    | 'formerNumbers'
    | 'indexNumber'
    | 'registrationNumber'
    | 'catalogCodes'
    | 'sourceUrls'
    | 'issuers'
    | 'publisher'
    | 'letterhead'
    | 'signatory'
    | 'drafters'
    | 'addressees'
    | 'copyTo'
    | 'printedBy'
    | 'printedOn'
    | 'source'
    | 'level'
    | 'regionCode'
    | 'issuedOn'
    | 'publishedOn'
    | 'adoptedOn'
    | 'approvedOn'
    | 'promulgatedOn'
    | 'effectiveFrom'
    | 'effectiveUntil'
    | 'formedOn'
    | 'officialForm'
    | 'instrumentForm'
    | 'themes'
    | 'genre'
    | 'audiences'
    | 'fiveOpenings'
    | 'topics'
    | 'keywords'
    | 'abstract'
    | 'isProvisional'
    | 'nonDisclosureBasis'
    | 'interpretationPlan'
    | 'annotation'
    | 'body'
    | 'renditions'
    | 'attachments'
    | 'instruments'
    | 'relations'
    | 'undisclosedTargetCount'
    | 'gazetteIssue'
    | 'history'
    | 'provenance'
  )[];
  /**
   * 修正 changes clauses, 修订 replaces the whole text.
   */
  kind: 'amendment' | 'revision';
  decision?: DocumentReference;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  effectiveOn: string;
  /**
   * Text with line breaks, 1–5 000 characters.
   */
  note: string;
  evidence?: ReviewEvidence;
}
/**
 * The fields that change; what is absent stays as it is.
 */
export interface DocumentChanges {
  /**
   * Kind of document (DOMAIN §2).
   */
  docClass?:
    | 'local_regulation'
    | 'government_rule'
    | 'normative_document'
    | 'other_policy_document'
    | 'lifecycle_decision'
    | 'interpretation'
    | 'gazette_issue'
    | 'qa_entry'
    | 'decision_process_item';
  /**
   * 标题. 1–500 characters on one line, not only blanks.
   */
  title?: string;
  /**
   * 标题. 1–500 characters on one line, not only blanks.
   */
  subtitle?: string;
  /**
   * 标题. 1–500 characters on one line, not only blanks.
   */
  kicker?: string;
  /**
   * 标题. 1–500 characters on one line, not only blanks.
   */
  linkTitle?: string;
  /**
   * Titles that it had before; it may still be cited by them.
   *
   * @maxItems 50
   *
   * Items: 标题. 1–500 characters on one line, not only blanks.
   */
  formerTitles?: string[];
  /**
   * 题注: the history of a law in one paragraph.
   */
  captionNote?: string;
  documentNumber?: DocumentNumber;
  /**
   * 文号 that it had before; it may still be cited by them.
   *
   * @maxItems 50
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  formerNumbers?: string[];
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  indexNumber?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  registrationNumber?: string;
  /**
   * 信息类别编号.
   *
   * @maxItems 20
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  catalogCodes?: string[];
  /**
   * 原文链接.
   *
   * @maxItems 50
   *
   * Items: An absolute http or https URL.
   */
  sourceUrls?: string[];
  /**
   * 发文机关, the lead first; several in a joint issue.
   *
   * @maxItems 50
   */
  issuers?: Issuer[];
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  publisher?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  letterhead?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  signatory?: string;
  /**
   * 起草单位.
   *
   * @maxItems 50
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  drafters?: string[];
  /**
   * 主送机关.
   *
   * @maxItems 200
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  addressees?: string[];
  /**
   * 抄送机关.
   *
   * @maxItems 200
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  copyTo?: string[];
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  printedBy?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  printedOn?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  source?: string;
  /**
   * 层级.
   */
  level?: 'national' | 'province' | 'city' | 'county' | 'township';
  /**
   * GB/T 2260, six digits.
   */
  regionCode?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  issuedOn?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  publishedOn?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  adoptedOn?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  approvedOn?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  promulgatedOn?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  effectiveFrom?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  effectiveUntil?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  formedOn?: string;
  /**
   * 公文种类, the 15 statutory forms.
   */
  officialForm?:
    | 'resolution'
    | 'decision'
    | 'order'
    | 'communique'
    | 'announcement'
    | 'notice_public'
    | 'opinion'
    | 'notice'
    | 'circular'
    | 'report'
    | 'request'
    | 'reply'
    | 'proposal'
    | 'letter'
    | 'minutes';
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  instrumentForm?: string;
  /**
   * 主题分类, two levels as `A\B`.
   *
   * @maxItems 20
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  themes?: string[];
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  genre?: string;
  /**
   * 服务对象分类.
   *
   * @maxItems 50
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  audiences?: string[];
  /**
   * 五公开分类.
   */
  fiveOpenings?: 'decision' | 'execution' | 'management' | 'service' | 'result';
  /**
   * 专题.
   *
   * @maxItems 50
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  topics?: string[];
  /**
   * 关键词.
   *
   * @maxItems 100
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  keywords?: string[];
  /**
   * Text with line breaks, 1–5 000 characters.
   */
  abstract?: string;
  /**
   * 暂行/试行. Default false.
   */
  isProvisional?: boolean;
  /**
   * 公开属性, fixed before circulation; has no default.
   */
  disclosure?: 'active' | 'on_request' | 'none';
  /**
   * Text with line breaks, 1–5 000 characters.
   */
  nonDisclosureBasis?: string;
  interpretationPlan?: InterpretationPlan;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  annotation?: string;
  body?: Body;
  /**
   * 原件: the files that are the document.
   *
   * @maxItems 100
   */
  renditions?: Rendition[];
  /**
   * 附件, in the order of 附件说明.
   *
   * @maxItems 500
   */
  attachments?: Attachment[];
  /**
   * What a carrier promulgates (《…》等三个文件的通知), in order.
   *
   * @maxItems 100
   */
  instruments?: Instrument[];
  /**
   * 关联: typed relations to other documents.
   *
   * @maxItems 5000
   */
  relations?: Relation[];
  /**
   * Documents that this decision ends and that may not be named.
   */
  undisclosedTargetCount?: number;
  gazetteIssue?: GazetteIssue;
  /**
   * Dated events of the time before this system (题注, imports).
   *
   * @maxItems 500
   */
  history?: HistoryEntry[];
  provenance?: Provenance;
}
/**
 * 勘误: an error of ours is put right; the law has not changed.
 */
export interface CorrectCommand {
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  expectedVersion?: number;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  clientReference?: string;
  changes: DocumentChanges;
  /**
   * Fields to empty.
   *
   * @maxItems 60
   *
   * Items: A field that may be emptied.
   */
  clear?: (
    | 'subtitle'
    | 'kicker'
    | 'linkTitle'
    | 'formerTitles'
    | 'captionNote'
    | 'documentNumber'
    | 'formerNumbers'
    | 'indexNumber'
    | 'registrationNumber'
    | 'catalogCodes'
    | 'sourceUrls'
    | 'issuers'
    | 'publisher'
    | 'letterhead'
    | 'signatory'
    | 'drafters'
    | 'addressees'
    | 'copyTo'
    | 'printedBy'
    | 'printedOn'
    | 'source'
    | 'level'
    | 'regionCode'
    | 'issuedOn'
    | 'publishedOn'
    | 'adoptedOn'
    | 'approvedOn'
    | 'promulgatedOn'
    | 'effectiveFrom'
    | 'effectiveUntil'
    | 'formedOn'
    | 'officialForm'
    | 'instrumentForm'
    | 'themes'
    | 'genre'
    | 'audiences'
    | 'fiveOpenings'
    | 'topics'
    | 'keywords'
    | 'abstract'
    | 'isProvisional'
    | 'nonDisclosureBasis'
    | 'interpretationPlan'
    | 'annotation'
    | 'body'
    | 'renditions'
    | 'attachments'
    | 'instruments'
    | 'relations'
    | 'undisclosedTargetCount'
    | 'gazetteIssue'
    | 'history'
    | 'provenance'
  )[];
  /**
   * Text with line breaks, 1–5 000 characters.
   */
  note: string;
  gazetteCorrected: boolean;
  evidence?: ReviewEvidence;
}
/**
 * 废止 by a decision of a competent body.
 */
export interface RepealCommand {
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  expectedVersion?: number;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  clientReference?: string;
  decision: DocumentReference;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  effectiveOn: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  reason?: string;
}
/**
 * 失效: the term has ended, or a decision declares it lapsed.
 */
export interface ExpireCommand {
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  expectedVersion?: number;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  clientReference?: string;
  /**
   * 期满 or 宣布失效.
   */
  cause: 'term' | 'declared';
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  effectiveOn: string;
  /**
   * 失效理由.
   */
  reasonCode?:
    | 'conflicts_with_law'
    | 'covered_by_new_rule'
    | 'subject_gone'
    | 'task_completed'
    | 'period_passed'
    | 'unsuited';
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  reason?: string;
  decision?: DocumentReference;
}
/**
 * 被替代: a new document takes its place.
 */
export interface SupersedeCommand {
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  expectedVersion?: number;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  clientReference?: string;
  by: DocumentReference;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  effectiveOn: string;
}
/**
 * 部分失效: a decision ends some articles.
 */
export interface PartiallyEndCommand {
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  expectedVersion?: number;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  clientReference?: string;
  decision: DocumentReference;
  /**
   * The articles that end.
   *
   * @minItems 1
   * @maxItems 1000
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  articles: string[];
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  effectiveOn: string;
}
/**
 * 附条件失效: it lapses on a day unless that is cancelled by then.
 */
export interface ScheduleEndCommand {
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  expectedVersion?: number;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  clientReference?: string;
  /**
   * Set the day, or cancel it.
   */
  action: 'schedule' | 'cancel';
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  dueOn: string;
  /**
   * Text with line breaks, 1–5 000 characters.
   */
  condition?: string;
  decision?: DocumentReference;
}
/**
 * 继续有效: a new term, before the old one is over.
 */
export interface RenewCommand {
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  expectedVersion?: number;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  clientReference?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  effectiveUntil: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  effectiveOn: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  registrationNumber?: string;
  decision?: DocumentReference;
}
/**
 * 恢复效力: takes back one event that ended it, the only way back into force.
 */
export interface ReinstateCommand {
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  expectedVersion?: number;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  clientReference?: string;
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  reverses: number;
  /**
   * On what ground.
   */
  basis: 'review' | 'court' | 'error';
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  authority: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  effectiveOn: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  effectiveUntil?: string;
}
/**
 * 撤回: the page goes, a tombstone with the public reason stays.
 */
export interface WithdrawCommand {
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  expectedVersion?: number;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  clientReference?: string;
  /**
   * Why.
   */
  reasonCode:
    'published_by_mistake' | 'classified' | 'privacy' | 'erroneous' | 'under_correction' | 'basis_ended';
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  publicReason: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  authorizer: string;
}
/**
 * 恢复 a withdrawn document.
 */
export interface RestoreCommand {
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  expectedVersion?: number;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  clientReference?: string;
  changes?: DocumentChanges;
  /**
   * Fields to empty.
   *
   * @maxItems 60
   *
   * Items: A field that may be emptied.
   */
  clear?: (
    | 'subtitle'
    | 'kicker'
    | 'linkTitle'
    | 'formerTitles'
    | 'captionNote'
    | 'documentNumber'
    | 'formerNumbers'
    | 'indexNumber'
    | 'registrationNumber'
    | 'catalogCodes'
    | 'sourceUrls'
    | 'issuers'
    | 'publisher'
    | 'letterhead'
    | 'signatory'
    | 'drafters'
    | 'addressees'
    | 'copyTo'
    | 'printedBy'
    | 'printedOn'
    | 'source'
    | 'level'
    | 'regionCode'
    | 'issuedOn'
    | 'publishedOn'
    | 'adoptedOn'
    | 'approvedOn'
    | 'promulgatedOn'
    | 'effectiveFrom'
    | 'effectiveUntil'
    | 'formedOn'
    | 'officialForm'
    | 'instrumentForm'
    | 'themes'
    | 'genre'
    | 'audiences'
    | 'fiveOpenings'
    | 'topics'
    | 'keywords'
    | 'abstract'
    | 'isProvisional'
    | 'nonDisclosureBasis'
    | 'interpretationPlan'
    | 'annotation'
    | 'body'
    | 'renditions'
    | 'attachments'
    | 'instruments'
    | 'relations'
    | 'undisclosedTargetCount'
    | 'gazetteIssue'
    | 'history'
    | 'provenance'
  )[];
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  reason: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  authorizer: string;
  evidence?: ReviewEvidence;
}
/**
 * 关联: the relations that the document shall have from now on. Those that a change of its own life has made stay.
 */
export interface SetLinksCommand {
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  expectedVersion?: number;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  clientReference?: string;
  /**
   * All of them.
   *
   * @maxItems 5000
   */
  links: Relation[];
}
/**
 * 公开属性变更, of a document that is not published at the time.
 */
export interface ChangeDisclosureCommand {
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  expectedVersion?: number;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  clientReference?: string;
  /**
   * 公开属性.
   */
  to: 'active' | 'on_request' | 'none';
  /**
   * Text with line breaks, 1–5 000 characters.
   */
  basis: string;
}
/**
 * 移交 to another department (mergers). The id stays.
 */
export interface TransferCommand {
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  expectedVersion?: number;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  clientReference?: string;
  /**
   * A department’s code: lower case letters, digits and single hyphens, e.g. `qd-hrss`.
   */
  to: string;
  /**
   * Text with line breaks, 1–5 000 characters.
   */
  basis: string;
}
/**
 * One stage tells what became of one event (topic `documents.receipts`).
 */
export interface StageReceipt {
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  eventId: string;
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  documentId: string;
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  version: number;
  /**
   * The stage.
   */
  stage: 'stored' | 'indexed' | 'delivered';
  /**
   * Which target (delivered only).
   */
  target?: string;
  /**
   * done; refused by the target; held behind an earlier refusal; dead: not processable.
   */
  state: 'done' | 'refused' | 'held' | 'dead';
  /**
   * An instant with offset, RFC 3339, without leap seconds.
   */
  at: string;
  /**
   * Where the event stands in the log.
   */
  partition: number;
  /**
   * Where the event stands in the log.
   */
  offset: number;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  remoteId?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  code?: string;
  /**
   * Text with line breaks, 1–5 000 characters.
   */
  detail?: string;
}
/**
 * What became of one accepted command: its event, and every stage so far.
 */
export interface Receipt {
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  receiptId: string;
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  documentId: string;
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  version: number;
  /**
   * The event’s type.
   */
  type: string;
  /**
   * An instant with offset, RFC 3339, without leap seconds.
   */
  acceptedAt: string;
  /**
   * True when the same key and payload were accepted before.
   */
  replayed: boolean;
  /**
   * logged, stored, indexed, and one `delivered` for each target.
   *
   * @maxItems 20
   */
  stages: ReceiptStage[];
}
/**
 * One stage.
 */
export interface ReceiptStage {
  /**
   * A stage on the document’s way.
   */
  stage: 'logged' | 'stored' | 'indexed' | 'delivered';
  /**
   * Which target (delivered only).
   */
  target?: string;
  /**
   * pending until the stage has reported.
   */
  state: 'pending' | 'done' | 'refused' | 'held' | 'dead';
  /**
   * An instant with offset, RFC 3339, without leap seconds.
   */
  at?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  remoteId?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  code?: string;
  /**
   * Text with line breaks, 1–5 000 characters.
   */
  detail?: string;
}
/**
 * RFC 9457 problem. `code` is the stable name; see docs/errors.md.
 */
export interface Problem {
  /**
   * URI of the problem’s page.
   */
  type: string;
  /**
   * What is wrong, in Chinese.
   */
  title: string;
  /**
   * The HTTP status.
   */
  status: number;
  /**
   * This occurrence: what was wrong, expected, and how to mend it.
   */
  detail: string;
  /**
   * The same in English.
   */
  detailEn?: string;
  /**
   * From the error table.
   */
  code: string;
  /**
   * Quote it when asking for help.
   */
  requestId: string;
  /**
   * Whether the same request may succeed later.
   */
  retryable: boolean;
  /**
   * What to do next.
   */
  hint?: string;
  /**
   * What is wrong in the content.
   *
   * @maxItems 100
   */
  issues?: Issue[];
  /**
   * VERSION_CONFLICT: the version that stands.
   */
  currentVersion?: number;
  /**
   * VERSION_CONFLICT: the version that was expected.
   */
  expectedVersion?: number;
  /**
   * VERSION_CONFLICT: the event that made it.
   */
  currentEventId?: string;
  /**
   * ILLEGAL_TRANSITION: the state that forbids it.
   */
  validity?: string;
  /**
   * Wait at least this long.
   */
  retryAfterSeconds?: number;
}
/**
 * One issue.
 */
export interface Issue {
  /**
   * JSON pointer, RFC 6901.
   */
  pointer: string;
  /**
   * The rule that failed.
   */
  rule: string;
  /**
   * What was expected.
   */
  expected?: string;
  /**
   * What was received, shortened.
   */
  got?: string;
  /**
   * Message in Chinese.
   */
  zh: string;
  /**
   * Message in English.
   */
  en: string;
}
/**
 * A document as the read API answers it. Its text held from `textFrom` until before `textUntil`; a `textFrom` after `asOf` says that the text of that day is not here.
 */
export interface DocumentResource {
  document: Document;
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  version: number;
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  eventId: string;
  /**
   * An instant with offset, RFC 3339, without leap seconds.
   */
  updatedAt: string;
  /**
   * Derived for `asOf`.
   */
  validity:
    | 'not_yet_effective'
    | 'in_force'
    | 'in_force_amended'
    | 'partially_ended'
    | 'superseded'
    | 'repealed'
    | 'expired'
    | 'declared_lapsed'
    | 'not_applicable'
    | 'unknown';
  /**
   * 有效性 in Chinese.
   */
  validityLabel: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  asOf: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  textFrom?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  textUntil?: string;
}
/**
 * The whole document as it stands after an event: what its department wrote and what has happened to it.
 */
export interface Document {
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  documentId: string;
  /**
   * A department’s code: lower case letters, digits and single hyphens, e.g. `qd-hrss`.
   */
  department: string;
  publication: Publication;
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  textVersion: number;
  /**
   * What changed its validity, oldest first; `validityOn` derives the validity of any date from it.
   *
   * @maxItems 1000
   */
  lifecycle: LifecycleEntry[];
  /**
   * Kind of document (DOMAIN §2).
   */
  docClass:
    | 'local_regulation'
    | 'government_rule'
    | 'normative_document'
    | 'other_policy_document'
    | 'lifecycle_decision'
    | 'interpretation'
    | 'gazette_issue'
    | 'qa_entry'
    | 'decision_process_item';
  /**
   * 标题. 1–500 characters on one line, not only blanks.
   */
  title: string;
  /**
   * 标题. 1–500 characters on one line, not only blanks.
   */
  subtitle?: string;
  /**
   * 标题. 1–500 characters on one line, not only blanks.
   */
  kicker?: string;
  /**
   * 标题. 1–500 characters on one line, not only blanks.
   */
  linkTitle?: string;
  /**
   * Titles that it had before; it may still be cited by them.
   *
   * @maxItems 50
   *
   * Items: 标题. 1–500 characters on one line, not only blanks.
   */
  formerTitles?: string[];
  /**
   * 题注: the history of a law in one paragraph.
   */
  captionNote?: string;
  documentNumber?: DocumentNumber;
  /**
   * 文号 that it had before; it may still be cited by them.
   *
   * @maxItems 50
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  formerNumbers?: string[];
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  indexNumber?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  registrationNumber?: string;
  /**
   * 信息类别编号.
   *
   * @maxItems 20
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  catalogCodes?: string[];
  /**
   * 原文链接.
   *
   * @maxItems 50
   *
   * Items: An absolute http or https URL.
   */
  sourceUrls?: string[];
  /**
   * 发文机关, the lead first; several in a joint issue.
   *
   * @maxItems 50
   */
  issuers?: Issuer[];
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  publisher?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  letterhead?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  signatory?: string;
  /**
   * 起草单位.
   *
   * @maxItems 50
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  drafters?: string[];
  /**
   * 主送机关.
   *
   * @maxItems 200
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  addressees?: string[];
  /**
   * 抄送机关.
   *
   * @maxItems 200
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  copyTo?: string[];
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  printedBy?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  printedOn?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  source?: string;
  /**
   * 层级.
   */
  level?: 'national' | 'province' | 'city' | 'county' | 'township';
  /**
   * GB/T 2260, six digits.
   */
  regionCode?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  issuedOn?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  publishedOn?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  adoptedOn?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  approvedOn?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  promulgatedOn?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  effectiveFrom?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  effectiveUntil?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  formedOn?: string;
  /**
   * 公文种类, the 15 statutory forms.
   */
  officialForm?:
    | 'resolution'
    | 'decision'
    | 'order'
    | 'communique'
    | 'announcement'
    | 'notice_public'
    | 'opinion'
    | 'notice'
    | 'circular'
    | 'report'
    | 'request'
    | 'reply'
    | 'proposal'
    | 'letter'
    | 'minutes';
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  instrumentForm?: string;
  /**
   * 主题分类, two levels as `A\B`.
   *
   * @maxItems 20
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  themes?: string[];
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  genre?: string;
  /**
   * 服务对象分类.
   *
   * @maxItems 50
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  audiences?: string[];
  /**
   * 五公开分类.
   */
  fiveOpenings?: 'decision' | 'execution' | 'management' | 'service' | 'result';
  /**
   * 专题.
   *
   * @maxItems 50
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  topics?: string[];
  /**
   * 关键词.
   *
   * @maxItems 100
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  keywords?: string[];
  /**
   * Text with line breaks, 1–5 000 characters.
   */
  abstract?: string;
  /**
   * 暂行/试行. Default false.
   */
  isProvisional?: boolean;
  /**
   * 公开属性, fixed before circulation; has no default.
   */
  disclosure: 'active' | 'on_request' | 'none';
  /**
   * Text with line breaks, 1–5 000 characters.
   */
  nonDisclosureBasis?: string;
  interpretationPlan?: InterpretationPlan;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  annotation?: string;
  body?: Body;
  /**
   * 原件: the files that are the document.
   *
   * @maxItems 100
   */
  renditions?: Rendition[];
  /**
   * 附件, in the order of 附件说明.
   *
   * @maxItems 500
   */
  attachments?: Attachment[];
  /**
   * What a carrier promulgates (《…》等三个文件的通知), in order.
   *
   * @maxItems 100
   */
  instruments?: Instrument[];
  /**
   * 关联: typed relations to other documents.
   *
   * @maxItems 5000
   */
  relations?: Relation[];
  /**
   * Documents that this decision ends and that may not be named.
   */
  undisclosedTargetCount?: number;
  gazetteIssue?: GazetteIssue;
  /**
   * Dated events of the time before this system (题注, imports).
   *
   * @maxItems 500
   */
  history?: HistoryEntry[];
  provenance?: Provenance;
}
/**
 * Publication axis: published, or withdrawn with the reason that the public may read.
 */
export interface Publication {
  /**
   * Published or withdrawn.
   */
  state: 'published' | 'withdrawn';
  /**
   * Why it was withdrawn.
   */
  reasonCode?:
    'published_by_mistake' | 'classified' | 'privacy' | 'erroneous' | 'under_correction' | 'basis_ended';
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  publicReason?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  withdrawnOn?: string;
}
/**
 * One fact on the validity axis.
 */
export interface LifecycleEntry {
  /**
   * What happened.
   */
  change:
    | 'amended'
    | 'repealed'
    | 'expired'
    | 'declared_lapsed'
    | 'superseded'
    | 'partially_ended'
    | 'end_scheduled'
    | 'end_cancelled'
    | 'renewed'
    | 'reinstated';
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  effectiveOn: string;
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  version: number;
  decision?: DocumentReference;
  /**
   * 失效理由.
   */
  reasonCode?:
    | 'conflicts_with_law'
    | 'covered_by_new_rule'
    | 'subject_gone'
    | 'task_completed'
    | 'period_passed'
    | 'unsuited';
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  reason?: string;
  /**
   * The articles that end.
   *
   * @maxItems 1000
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  articles?: string[];
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  reverses?: number;
}
/**
 * One page of documents; `links.next` leads to the next one.
 */
export interface DocumentList {
  /**
   * The hits.
   *
   * @maxItems 100
   */
  items: DocumentHit[];
  /**
   * How many in all.
   */
  total: {
    value: number;
    /**
     * Exact, or at least.
     */
    relation: 'eq' | 'gte';
  };
  /**
   * Facet → value → count.
   */
  facets?: {
    [k: string]: {
      [k: string]: number;
    };
  };
  /**
   * Where to go on.
   */
  links: {
    /**
     * Address of the next page.
     */
    next?: string;
  };
}
/**
 * One hit.
 */
export interface DocumentHit {
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  documentId: string;
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  version: number;
  /**
   * Kind.
   */
  docClass:
    | 'local_regulation'
    | 'government_rule'
    | 'normative_document'
    | 'other_policy_document'
    | 'lifecycle_decision'
    | 'interpretation'
    | 'gazette_issue'
    | 'qa_entry'
    | 'decision_process_item';
  /**
   * 标题.
   */
  title: string;
  /**
   * 发文字号 as the document shows it.
   */
  documentNumber?: string;
  /**
   * 发文机关, the lead first.
   *
   * @maxItems 50
   *
   * Items: Text on one line, 1–1 000 characters, not only blanks.
   */
  issuers: string[];
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  issuedOn?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  publishedOn?: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  effectiveFrom?: string;
  /**
   * Published or withdrawn.
   */
  publication: 'published' | 'withdrawn';
  /**
   * On the date asked for.
   */
  validity:
    | 'not_yet_effective'
    | 'in_force'
    | 'in_force_amended'
    | 'partially_ended'
    | 'superseded'
    | 'repealed'
    | 'expired'
    | 'declared_lapsed'
    | 'not_applicable'
    | 'unknown';
  /**
   * 有效性 in Chinese.
   */
  validityLabel: string;
  /**
   * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
   */
  endedOn?: string;
  endedBy?: DocumentReference;
  /**
   * Escaped HTML with `<mark>` only.
   */
  highlights?: {
    /**
     * 标题.
     */
    title?: string;
    /**
     * Pieces of the text.
     */
    body?: string;
  };
}
/**
 * What became of every target of a decision.
 */
export interface DecisionTargets {
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  documentId: string;
  /**
   * State → targets.
   */
  counts: {
    [k: string]: number;
  };
  /**
   * Targets that may not be named.
   */
  undisclosed?: number;
  /**
   * The targets in the decision’s order.
   *
   * @maxItems 5000
   */
  items: DecisionTarget[];
}
/**
 * One target.
 */
export interface DecisionTarget {
  relation: Relation;
  /**
   * Where it stands.
   */
  state: 'applied' | 'pending' | 'unresolved' | 'ambiguous' | 'refused';
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  documentId?: string;
  /**
   * Counts the admitted events of one document: 1, 2, 3 …
   */
  version?: number;
  /**
   * Documents that fit, when several do.
   *
   * @maxItems 20
   *
   * Items: 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  candidates?: string[];
  /**
   * Why it was refused, from the error table.
   */
  code?: string;
  /**
   * Why, in words.
   */
  detail?: string;
}
/**
 * 发布. CloudEvents 1.0 event cn.gongwen.document.published.v1; the log’s key is `subject` = documentId.
 */
export interface DocumentPublished {
  specversion: '1.0';
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  id: string;
  /**
   * URI of the sending system.
   */
  source: string;
  type: 'cn.gongwen.document.published.v1';
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  subject: string;
  /**
   * An instant with offset, RFC 3339, without leap seconds.
   */
  time: string;
  datacontenttype?: 'application/json';
  /**
   * An absolute http or https URL.
   */
  dataschema: string;
  /**
   * The version as text.
   */
  sequence: string;
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  partitionkey?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  actor: string;
  /**
   * SHA-256, lower-case hex.
   */
  commandhash?: string;
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  causationid?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  traceparent?: string;
  /**
   * The whole resulting document, and what happened.
   */
  data: {
    /**
     * Counts the admitted events of one document: 1, 2, 3 …
     */
    version: number;
    document: Document;
    /**
     * 发布: what happened and why.
     */
    change: {
      /**
       * Text with line breaks, 1–5 000 characters.
       */
      note?: string;
      evidence?: ReviewEvidence;
    };
  };
}
/**
 * 修改. CloudEvents 1.0 event cn.gongwen.document.amended.v1; the log’s key is `subject` = documentId.
 */
export interface DocumentAmended {
  specversion: '1.0';
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  id: string;
  /**
   * URI of the sending system.
   */
  source: string;
  type: 'cn.gongwen.document.amended.v1';
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  subject: string;
  /**
   * An instant with offset, RFC 3339, without leap seconds.
   */
  time: string;
  datacontenttype?: 'application/json';
  /**
   * An absolute http or https URL.
   */
  dataschema: string;
  /**
   * The version as text.
   */
  sequence: string;
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  partitionkey?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  actor: string;
  /**
   * SHA-256, lower-case hex.
   */
  commandhash?: string;
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  causationid?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  traceparent?: string;
  /**
   * The whole resulting document, and what happened.
   */
  data: {
    /**
     * Counts the admitted events of one document: 1, 2, 3 …
     */
    version: number;
    document: Document;
    /**
     * 修改: what happened and why.
     */
    change: {
      /**
       * 修正 changes clauses, 修订 replaces the whole text.
       */
      kind: 'amendment' | 'revision';
      decision?: DocumentReference;
      /**
       * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
       */
      effectiveOn: string;
      /**
       * Text with line breaks, 1–5 000 characters.
       */
      note: string;
      evidence?: ReviewEvidence;
    };
  };
}
/**
 * 勘误. CloudEvents 1.0 event cn.gongwen.document.corrected.v1; the log’s key is `subject` = documentId.
 */
export interface DocumentCorrected {
  specversion: '1.0';
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  id: string;
  /**
   * URI of the sending system.
   */
  source: string;
  type: 'cn.gongwen.document.corrected.v1';
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  subject: string;
  /**
   * An instant with offset, RFC 3339, without leap seconds.
   */
  time: string;
  datacontenttype?: 'application/json';
  /**
   * An absolute http or https URL.
   */
  dataschema: string;
  /**
   * The version as text.
   */
  sequence: string;
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  partitionkey?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  actor: string;
  /**
   * SHA-256, lower-case hex.
   */
  commandhash?: string;
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  causationid?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  traceparent?: string;
  /**
   * The whole resulting document, and what happened.
   */
  data: {
    /**
     * Counts the admitted events of one document: 1, 2, 3 …
     */
    version: number;
    document: Document;
    /**
     * 勘误: what happened and why.
     */
    change: {
      /**
       * Text with line breaks, 1–5 000 characters.
       */
      note: string;
      gazetteCorrected: boolean;
      evidence?: ReviewEvidence;
    };
  };
}
/**
 * 废止. CloudEvents 1.0 event cn.gongwen.document.repealed.v1; the log’s key is `subject` = documentId.
 */
export interface DocumentRepealed {
  specversion: '1.0';
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  id: string;
  /**
   * URI of the sending system.
   */
  source: string;
  type: 'cn.gongwen.document.repealed.v1';
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  subject: string;
  /**
   * An instant with offset, RFC 3339, without leap seconds.
   */
  time: string;
  datacontenttype?: 'application/json';
  /**
   * An absolute http or https URL.
   */
  dataschema: string;
  /**
   * The version as text.
   */
  sequence: string;
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  partitionkey?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  actor: string;
  /**
   * SHA-256, lower-case hex.
   */
  commandhash?: string;
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  causationid?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  traceparent?: string;
  /**
   * The whole resulting document, and what happened.
   */
  data: {
    /**
     * Counts the admitted events of one document: 1, 2, 3 …
     */
    version: number;
    document: Document;
    /**
     * 废止: what happened and why.
     */
    change: {
      decision: DocumentReference;
      /**
       * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
       */
      effectiveOn: string;
      /**
       * Text on one line, 1–1 000 characters, not only blanks.
       */
      reason?: string;
    };
  };
}
/**
 * 失效. CloudEvents 1.0 event cn.gongwen.document.expired.v1; the log’s key is `subject` = documentId.
 */
export interface DocumentExpired {
  specversion: '1.0';
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  id: string;
  /**
   * URI of the sending system.
   */
  source: string;
  type: 'cn.gongwen.document.expired.v1';
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  subject: string;
  /**
   * An instant with offset, RFC 3339, without leap seconds.
   */
  time: string;
  datacontenttype?: 'application/json';
  /**
   * An absolute http or https URL.
   */
  dataschema: string;
  /**
   * The version as text.
   */
  sequence: string;
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  partitionkey?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  actor: string;
  /**
   * SHA-256, lower-case hex.
   */
  commandhash?: string;
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  causationid?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  traceparent?: string;
  /**
   * The whole resulting document, and what happened.
   */
  data: {
    /**
     * Counts the admitted events of one document: 1, 2, 3 …
     */
    version: number;
    document: Document;
    /**
     * 失效: what happened and why.
     */
    change: {
      /**
       * 期满 or 宣布失效.
       */
      cause: 'term' | 'declared';
      /**
       * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
       */
      effectiveOn: string;
      /**
       * 失效理由.
       */
      reasonCode?:
        | 'conflicts_with_law'
        | 'covered_by_new_rule'
        | 'subject_gone'
        | 'task_completed'
        | 'period_passed'
        | 'unsuited';
      /**
       * Text on one line, 1–1 000 characters, not only blanks.
       */
      reason?: string;
      decision?: DocumentReference;
    };
  };
}
/**
 * 被替代. CloudEvents 1.0 event cn.gongwen.document.superseded.v1; the log’s key is `subject` = documentId.
 */
export interface DocumentSuperseded {
  specversion: '1.0';
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  id: string;
  /**
   * URI of the sending system.
   */
  source: string;
  type: 'cn.gongwen.document.superseded.v1';
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  subject: string;
  /**
   * An instant with offset, RFC 3339, without leap seconds.
   */
  time: string;
  datacontenttype?: 'application/json';
  /**
   * An absolute http or https URL.
   */
  dataschema: string;
  /**
   * The version as text.
   */
  sequence: string;
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  partitionkey?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  actor: string;
  /**
   * SHA-256, lower-case hex.
   */
  commandhash?: string;
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  causationid?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  traceparent?: string;
  /**
   * The whole resulting document, and what happened.
   */
  data: {
    /**
     * Counts the admitted events of one document: 1, 2, 3 …
     */
    version: number;
    document: Document;
    /**
     * 被替代: what happened and why.
     */
    change: {
      by: DocumentReference;
      /**
       * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
       */
      effectiveOn: string;
    };
  };
}
/**
 * 部分失效. CloudEvents 1.0 event cn.gongwen.document.partially-ended.v1; the log’s key is `subject` = documentId.
 */
export interface DocumentPartiallyEnded {
  specversion: '1.0';
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  id: string;
  /**
   * URI of the sending system.
   */
  source: string;
  type: 'cn.gongwen.document.partially-ended.v1';
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  subject: string;
  /**
   * An instant with offset, RFC 3339, without leap seconds.
   */
  time: string;
  datacontenttype?: 'application/json';
  /**
   * An absolute http or https URL.
   */
  dataschema: string;
  /**
   * The version as text.
   */
  sequence: string;
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  partitionkey?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  actor: string;
  /**
   * SHA-256, lower-case hex.
   */
  commandhash?: string;
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  causationid?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  traceparent?: string;
  /**
   * The whole resulting document, and what happened.
   */
  data: {
    /**
     * Counts the admitted events of one document: 1, 2, 3 …
     */
    version: number;
    document: Document;
    /**
     * 部分失效: what happened and why.
     */
    change: {
      decision: DocumentReference;
      /**
       * The articles that end.
       *
       * @minItems 1
       * @maxItems 1000
       *
       * Items: Text on one line, 1–1 000 characters, not only blanks.
       */
      articles: string[];
      /**
       * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
       */
      effectiveOn: string;
    };
  };
}
/**
 * 附条件失效. CloudEvents 1.0 event cn.gongwen.document.end-scheduled.v1; the log’s key is `subject` = documentId.
 */
export interface DocumentEndScheduled {
  specversion: '1.0';
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  id: string;
  /**
   * URI of the sending system.
   */
  source: string;
  type: 'cn.gongwen.document.end-scheduled.v1';
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  subject: string;
  /**
   * An instant with offset, RFC 3339, without leap seconds.
   */
  time: string;
  datacontenttype?: 'application/json';
  /**
   * An absolute http or https URL.
   */
  dataschema: string;
  /**
   * The version as text.
   */
  sequence: string;
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  partitionkey?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  actor: string;
  /**
   * SHA-256, lower-case hex.
   */
  commandhash?: string;
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  causationid?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  traceparent?: string;
  /**
   * The whole resulting document, and what happened.
   */
  data: {
    /**
     * Counts the admitted events of one document: 1, 2, 3 …
     */
    version: number;
    document: Document;
    /**
     * 附条件失效: what happened and why.
     */
    change: {
      /**
       * Set the day, or cancel it.
       */
      action: 'schedule' | 'cancel';
      /**
       * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
       */
      dueOn: string;
      /**
       * Text with line breaks, 1–5 000 characters.
       */
      condition?: string;
      decision?: DocumentReference;
    };
  };
}
/**
 * 继续有效. CloudEvents 1.0 event cn.gongwen.document.renewed.v1; the log’s key is `subject` = documentId.
 */
export interface DocumentRenewed {
  specversion: '1.0';
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  id: string;
  /**
   * URI of the sending system.
   */
  source: string;
  type: 'cn.gongwen.document.renewed.v1';
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  subject: string;
  /**
   * An instant with offset, RFC 3339, without leap seconds.
   */
  time: string;
  datacontenttype?: 'application/json';
  /**
   * An absolute http or https URL.
   */
  dataschema: string;
  /**
   * The version as text.
   */
  sequence: string;
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  partitionkey?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  actor: string;
  /**
   * SHA-256, lower-case hex.
   */
  commandhash?: string;
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  causationid?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  traceparent?: string;
  /**
   * The whole resulting document, and what happened.
   */
  data: {
    /**
     * Counts the admitted events of one document: 1, 2, 3 …
     */
    version: number;
    document: Document;
    /**
     * 继续有效: what happened and why.
     */
    change: {
      /**
       * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
       */
      effectiveUntil: string;
      /**
       * Text on one line, 1–1 000 characters, not only blanks.
       */
      registrationNumber?: string;
      decision?: DocumentReference;
      /**
       * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
       */
      effectiveOn: string;
    };
  };
}
/**
 * 恢复效力. CloudEvents 1.0 event cn.gongwen.document.reinstated.v1; the log’s key is `subject` = documentId.
 */
export interface DocumentReinstated {
  specversion: '1.0';
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  id: string;
  /**
   * URI of the sending system.
   */
  source: string;
  type: 'cn.gongwen.document.reinstated.v1';
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  subject: string;
  /**
   * An instant with offset, RFC 3339, without leap seconds.
   */
  time: string;
  datacontenttype?: 'application/json';
  /**
   * An absolute http or https URL.
   */
  dataschema: string;
  /**
   * The version as text.
   */
  sequence: string;
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  partitionkey?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  actor: string;
  /**
   * SHA-256, lower-case hex.
   */
  commandhash?: string;
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  causationid?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  traceparent?: string;
  /**
   * The whole resulting document, and what happened.
   */
  data: {
    /**
     * Counts the admitted events of one document: 1, 2, 3 …
     */
    version: number;
    document: Document;
    /**
     * 恢复效力: what happened and why.
     */
    change: {
      /**
       * Counts the admitted events of one document: 1, 2, 3 …
       */
      reverses: number;
      /**
       * On what ground.
       */
      basis: 'review' | 'court' | 'error';
      /**
       * Text on one line, 1–1 000 characters, not only blanks.
       */
      authority: string;
      /**
       * A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.
       */
      effectiveOn: string;
    };
  };
}
/**
 * 撤回. CloudEvents 1.0 event cn.gongwen.document.withdrawn.v1; the log’s key is `subject` = documentId.
 */
export interface DocumentWithdrawn {
  specversion: '1.0';
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  id: string;
  /**
   * URI of the sending system.
   */
  source: string;
  type: 'cn.gongwen.document.withdrawn.v1';
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  subject: string;
  /**
   * An instant with offset, RFC 3339, without leap seconds.
   */
  time: string;
  datacontenttype?: 'application/json';
  /**
   * An absolute http or https URL.
   */
  dataschema: string;
  /**
   * The version as text.
   */
  sequence: string;
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  partitionkey?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  actor: string;
  /**
   * SHA-256, lower-case hex.
   */
  commandhash?: string;
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  causationid?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  traceparent?: string;
  /**
   * The whole resulting document, and what happened.
   */
  data: {
    /**
     * Counts the admitted events of one document: 1, 2, 3 …
     */
    version: number;
    document: Document;
    /**
     * 撤回: what happened and why.
     */
    change: {
      /**
       * Why.
       */
      reasonCode:
        'published_by_mistake' | 'classified' | 'privacy' | 'erroneous' | 'under_correction' | 'basis_ended';
      /**
       * Text on one line, 1–1 000 characters, not only blanks.
       */
      publicReason: string;
      /**
       * Text on one line, 1–1 000 characters, not only blanks.
       */
      authorizer: string;
    };
  };
}
/**
 * 恢复. CloudEvents 1.0 event cn.gongwen.document.restored.v1; the log’s key is `subject` = documentId.
 */
export interface DocumentRestored {
  specversion: '1.0';
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  id: string;
  /**
   * URI of the sending system.
   */
  source: string;
  type: 'cn.gongwen.document.restored.v1';
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  subject: string;
  /**
   * An instant with offset, RFC 3339, without leap seconds.
   */
  time: string;
  datacontenttype?: 'application/json';
  /**
   * An absolute http or https URL.
   */
  dataschema: string;
  /**
   * The version as text.
   */
  sequence: string;
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  partitionkey?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  actor: string;
  /**
   * SHA-256, lower-case hex.
   */
  commandhash?: string;
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  causationid?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  traceparent?: string;
  /**
   * The whole resulting document, and what happened.
   */
  data: {
    /**
     * Counts the admitted events of one document: 1, 2, 3 …
     */
    version: number;
    document: Document;
    /**
     * 恢复: what happened and why.
     */
    change: {
      /**
       * Text on one line, 1–1 000 characters, not only blanks.
       */
      reason: string;
      /**
       * Text on one line, 1–1 000 characters, not only blanks.
       */
      authorizer: string;
      evidence?: ReviewEvidence;
    };
  };
}
/**
 * 关联. CloudEvents 1.0 event cn.gongwen.document.linked.v1; the log’s key is `subject` = documentId.
 */
export interface DocumentLinked {
  specversion: '1.0';
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  id: string;
  /**
   * URI of the sending system.
   */
  source: string;
  type: 'cn.gongwen.document.linked.v1';
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  subject: string;
  /**
   * An instant with offset, RFC 3339, without leap seconds.
   */
  time: string;
  datacontenttype?: 'application/json';
  /**
   * An absolute http or https URL.
   */
  dataschema: string;
  /**
   * The version as text.
   */
  sequence: string;
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  partitionkey?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  actor: string;
  /**
   * SHA-256, lower-case hex.
   */
  commandhash?: string;
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  causationid?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  traceparent?: string;
  /**
   * The whole resulting document, and what happened.
   */
  data: {
    /**
     * Counts the admitted events of one document: 1, 2, 3 …
     */
    version: number;
    document: Document;
    /**
     * 关联: what happened and why.
     */
    change: {
      /**
       * Relations that are new.
       *
       * @maxItems 1000
       */
      added: Relation[];
      /**
       * Relations that end.
       *
       * @maxItems 1000
       */
      removed: Relation[];
    };
  };
}
/**
 * 公开属性变更. CloudEvents 1.0 event cn.gongwen.document.disclosure-changed.v1; the log’s key is `subject` = documentId.
 */
export interface DocumentDisclosureChanged {
  specversion: '1.0';
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  id: string;
  /**
   * URI of the sending system.
   */
  source: string;
  type: 'cn.gongwen.document.disclosure-changed.v1';
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  subject: string;
  /**
   * An instant with offset, RFC 3339, without leap seconds.
   */
  time: string;
  datacontenttype?: 'application/json';
  /**
   * An absolute http or https URL.
   */
  dataschema: string;
  /**
   * The version as text.
   */
  sequence: string;
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  partitionkey?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  actor: string;
  /**
   * SHA-256, lower-case hex.
   */
  commandhash?: string;
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  causationid?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  traceparent?: string;
  /**
   * The whole resulting document, and what happened.
   */
  data: {
    /**
     * Counts the admitted events of one document: 1, 2, 3 …
     */
    version: number;
    document: Document;
    /**
     * 公开属性变更: what happened and why.
     */
    change: {
      /**
       * 公开属性.
       */
      from: 'active' | 'on_request' | 'none';
      /**
       * 公开属性.
       */
      to: 'active' | 'on_request' | 'none';
      /**
       * Text with line breaks, 1–5 000 characters.
       */
      basis: string;
    };
  };
}
/**
 * 移交. CloudEvents 1.0 event cn.gongwen.document.transferred.v1; the log’s key is `subject` = documentId.
 */
export interface DocumentTransferred {
  specversion: '1.0';
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  id: string;
  /**
   * URI of the sending system.
   */
  source: string;
  type: 'cn.gongwen.document.transferred.v1';
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  subject: string;
  /**
   * An instant with offset, RFC 3339, without leap seconds.
   */
  time: string;
  datacontenttype?: 'application/json';
  /**
   * An absolute http or https URL.
   */
  dataschema: string;
  /**
   * The version as text.
   */
  sequence: string;
  /**
   * 公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.
   */
  partitionkey?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  actor: string;
  /**
   * SHA-256, lower-case hex.
   */
  commandhash?: string;
  /**
   * A UUID. Derived from (department, idempotency key), so a repeated command has the same id.
   */
  causationid?: string;
  /**
   * Text on one line, 1–1 000 characters, not only blanks.
   */
  traceparent?: string;
  /**
   * The whole resulting document, and what happened.
   */
  data: {
    /**
     * Counts the admitted events of one document: 1, 2, 3 …
     */
    version: number;
    document: Document;
    /**
     * 移交: what happened and why.
     */
    change: {
      /**
       * A department’s code: lower case letters, digits and single hyphens, e.g. `qd-hrss`.
       */
      from: string;
      /**
       * A department’s code: lower case letters, digits and single hyphens, e.g. `qd-hrss`.
       */
      to: string;
      /**
       * Text with line breaks, 1–5 000 characters.
       */
      basis?: string;
    };
  };
}
