import type {
  AmendCommand,
  ChangeDisclosureCommand,
  CorrectCommand,
  DecisionTargets,
  DocumentResource,
  ErrorCode,
  ExpireCommand,
  Issue,
  PartiallyEndCommand,
  PublishCommand,
  Receipt,
  ReinstateCommand,
  RenewCommand,
  RepealCommand,
  RestoreCommand,
  ScheduleEndCommand,
  SetLinksCommand,
  SupersedeCommand,
  TransferCommand,
  WithdrawCommand,
} from '@gongwen/schemas';
import type { Hits, ListQuery } from './hits.ts';

export interface CommandOptions {
  /**
   * 1–255 visible ASCII characters. Default: the command’s `clientReference`, else a new one for each call, constant over
   * its retries. Give your own, kept beside your data, to be able to repeat after a crash.
   */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

export interface ValidateOptions {
  /** Ask the gateway, which knows the rules of the domain, too. Default false: only the schema, without a network. */
  readonly remote?: boolean;
  readonly signal?: AbortSignal;
}

export interface Validation {
  readonly valid: boolean;
  /** The first fault’s. */
  readonly code?: ErrorCode;
  readonly issues: readonly Issue[];
}

export interface GetOptions {
  /** Validity on this civil date (`YYYY-MM-DD`). Default today. */
  readonly at?: string;
  /** Text as of this version. Default the current one. */
  readonly version?: number;
  readonly signal?: AbortSignal;
}

/**
 * Commands and reading. A command answers its receipt once the log has its event; to store, index and deliver it
 * follows (`receipts.wait`). Every method throws a `PublishingError` by the gateway’s code (docs/errors.md).
 */
export interface Documents {
  /**
   * 发布.
   *
   * @example
   * await client.documents.publish({ documentId: 'll-hrss:2026-00017', document }, { idempotencyKey: outboxId });
   */
  publish(command: PublishCommand, options?: CommandOptions): Promise<Receipt>;
  /**
   * 修改. `expectedVersion` is the version that you have read.
   *
   * A new text needs the reviews that the city’s gates ask for: `evidence`, as for `publish`.
   *
   * @throws VersionConflictError when somebody changed it since, InvalidTransitionError when its state forbids it
   * @example
   * const { version: expectedVersion } = await client.documents.get(documentId);
   * await client.documents.amend(documentId, { expectedVersion, kind: 'amendment', effectiveOn, note, changes, evidence });
   */
  amend(documentId: string, command: AmendCommand, options?: CommandOptions): Promise<Receipt>;
  /**
   * 勘误.
   *
   * @example
   * await client.documents.correct(documentId, { expectedVersion: 1, changes, note: '更正标题', gazetteCorrected: false });
   */
  correct(documentId: string, command: CorrectCommand, options?: CommandOptions): Promise<Receipt>;
  /**
   * 废止.
   *
   * @example
   * await client.documents.repeal(documentId, { expectedVersion: 2, decision: { title }, effectiveOn: '2026-12-01' });
   */
  repeal(documentId: string, command: RepealCommand, options?: CommandOptions): Promise<Receipt>;
  /**
   * 失效.
   *
   * @example
   * await client.documents.expire(documentId, { expectedVersion: 2, cause: 'term', effectiveOn: '2026-12-01' });
   */
  expire(documentId: string, command: ExpireCommand, options?: CommandOptions): Promise<Receipt>;
  /**
   * 被替代: another document takes its place.
   *
   * @example
   * await client.documents.supersede(documentId, { expectedVersion: 2, by: { documentId: newId }, effectiveOn: '2026-12-01' });
   */
  supersede(documentId: string, command: SupersedeCommand, options?: CommandOptions): Promise<Receipt>;
  /**
   * 部分失效: a decision ends some articles.
   *
   * @example
   * await client.documents.partiallyEnd(documentId, { expectedVersion: 2, decision, articles: ['第七条'], effectiveOn });
   */
  partiallyEnd(documentId: string, command: PartiallyEndCommand, options?: CommandOptions): Promise<Receipt>;
  /**
   * 附条件失效: it lapses on `dueOn` unless that is cancelled by then; `action: 'cancel'` cancels.
   *
   * @example
   * await client.documents.scheduleEnd(documentId, { expectedVersion: 2, action: 'schedule', dueOn: '2027-01-01', condition });
   */
  scheduleEnd(documentId: string, command: ScheduleEndCommand, options?: CommandOptions): Promise<Receipt>;
  /**
   * 继续有效: a new term, at the latest from the day after the old one’s last.
   *
   * @example
   * await client.documents.renew(documentId, { expectedVersion: 2, effectiveOn: '2028-04-01', effectiveUntil: '2031-03-31' });
   */
  renew(documentId: string, command: RenewCommand, options?: CommandOptions): Promise<Receipt>;
  /**
   * 恢复效力: takes back the version that ended it; the only way back into force.
   *
   * @example
   * await client.documents.reinstate(documentId, { expectedVersion: 3, reverses: 3, basis: 'court', authority, effectiveOn });
   */
  reinstate(documentId: string, command: ReinstateCommand, options?: CommandOptions): Promise<Receipt>;
  /**
   * 撤回: the body goes, a tombstone with the public reason stays.
   *
   * @example
   * await client.documents.withdraw(documentId, { expectedVersion: 2, reasonCode, publicReason, authorizer });
   */
  withdraw(documentId: string, command: WithdrawCommand, options?: CommandOptions): Promise<Receipt>;
  /**
   * 恢复 what was withdrawn.
   *
   * @example
   * await client.documents.restore(documentId, { expectedVersion: 3, reason, authorizer });
   */
  restore(documentId: string, command: RestoreCommand, options?: CommandOptions): Promise<Receipt>;
  /**
   * 关联: its relations become these; 被修改, 被废止 and 被替代 stay, because its life has made them.
   *
   * @example
   * await client.documents.setLinks(documentId, { expectedVersion: 2, links: [{ type: 'based_on', target: { number } }] });
   */
  setLinks(documentId: string, command: SetLinksCommand, options?: CommandOptions): Promise<Receipt>;
  /**
   * 公开属性变更 of a withdrawn document.
   *
   * @example
   * await client.documents.changeDisclosure(documentId, { expectedVersion: 3, to: 'on_request', basis: '定期审查' });
   */
  changeDisclosure(
    documentId: string,
    command: ChangeDisclosureCommand,
    options?: CommandOptions,
  ): Promise<Receipt>;
  /**
   * 移交 to another department; the id stays.
   *
   * @example
   * await client.documents.transfer(documentId, { expectedVersion: 3, to: 'll-civil', basis: '机构改革' });
   */
  transfer(documentId: string, command: TransferCommand, options?: CommandOptions): Promise<Receipt>;
  /**
   * Checks a publication without sending it. Faults of the content are answered, not thrown.
   *
   * @example
   * const { valid, issues } = await client.documents.validate(command);
   */
  validate(command: unknown, options?: ValidateOptions): Promise<Validation>;
  /**
   * The document now, at a date, or as of a version. Needs no credentials.
   *
   * @throws NotFoundError, WithdrawnError
   * @example
   * const { validity } = await client.documents.get('ll-hrss:2026-00017', { at: '2026-09-30' });
   */
  get(documentId: string, options?: GetOptions): Promise<DocumentResource>;
  /**
   * What became of every target of a decision: applied, pending, unresolved, ambiguous or refused.
   *
   * @throws NotFoundError, PermissionError
   * @example
   * const { counts, items } = await client.documents.targets('ll-office:2026-decision-1');
   */
  targets(documentId: string, options?: { readonly signal?: AbortSignal }): Promise<DecisionTargets>;
  /**
   * Searches what is in force, with `includeEnded` all; nothing is sent before the hits are asked for. Needs no
   * credentials.
   *
   * @example
   * for await (const hit of client.documents.list({ q: '养老', filter: { theme: ['民政、扶贫、救灾'] } })) show(hit);
   */
  list(query?: ListQuery, options?: { readonly signal?: AbortSignal }): Hits;
}
