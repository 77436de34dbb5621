import type {
  AmendCommand,
  ChangeDisclosureCommand,
  CorrectCommand,
  Document,
  DocumentEvent,
  ErrorCode,
  ExpireCommand,
  Issue,
  PartiallyEndCommand,
  PublishCommand,
  ReinstateCommand,
  RenewCommand,
  RepealCommand,
  RestoreCommand,
  ScheduleEndCommand,
  SetLinksCommand,
  SupersedeCommand,
  TransferCommand,
  Validity,
  WithdrawCommand,
} from '@gongwen/schemas';
import type { GatePolicy } from '../gates.ts';
import type { LocalDate } from '../local-date.ts';

/** A department’s command about one document, as it came through its schema. */
export type Command = { readonly documentId: string } & (
  | { readonly name: 'publish'; readonly body: PublishCommand }
  | { readonly name: 'amend'; readonly body: AmendCommand }
  | { readonly name: 'correct'; readonly body: CorrectCommand }
  | { readonly name: 'repeal'; readonly body: RepealCommand }
  | { readonly name: 'expire'; readonly body: ExpireCommand }
  | { readonly name: 'supersede'; readonly body: SupersedeCommand }
  | { readonly name: 'partiallyEnd'; readonly body: PartiallyEndCommand }
  | { readonly name: 'scheduleEnd'; readonly body: ScheduleEndCommand }
  | { readonly name: 'renew'; readonly body: RenewCommand }
  | { readonly name: 'reinstate'; readonly body: ReinstateCommand }
  | { readonly name: 'withdraw'; readonly body: WithdrawCommand }
  | { readonly name: 'restore'; readonly body: RestoreCommand }
  | { readonly name: 'setLinks'; readonly body: SetLinksCommand }
  | { readonly name: 'changeDisclosure'; readonly body: ChangeDisclosureCommand }
  | { readonly name: 'transfer'; readonly body: TransferCommand }
);

/** A department as the registry knows it; its region and level are the defaults of its documents. */
export interface Department {
  readonly id: string;
  readonly name: string;
  readonly level: NonNullable<Document['level']>;
  readonly regionCode: string;
  /** Names that it may write as lead issuer besides its own. Default: any. */
  readonly issuers?: readonly string[];
}

export interface DecisionContext {
  readonly department: Department;
  readonly today: LocalDate;
  /** What must come before a text goes out. Default: no gates, e.g. for what the system itself decides. */
  readonly gates?: GatePolicy;
  /** Documents of a canonical 文号. Default: nobody asks. */
  readonly holdersOf?: (canonical: string) => readonly Document[];
}

/** The event to append, without its envelope. */
export type Change = {
  [Event in DocumentEvent as Event['type']]: {
    readonly type: Event['type'];
    readonly document: Document;
    readonly change: Event['data']['change'];
  };
}[DocumentEvent['type']];

export interface Rejection {
  readonly outcome: 'rejected';
  readonly code: ErrorCode;
  readonly issues?: Issue[];
  readonly currentVersion?: number;
  readonly expectedVersion?: number;
  readonly currentEventId?: string;
  readonly validity?: Validity;
}

/** A refusal is a value, not an exception: nothing is written. */
export type Decision = Rejection | { readonly outcome: 'accepted'; readonly change: Change };

export function accepted(change: Change): Decision {
  return { outcome: 'accepted', change };
}

export function rejected(code: ErrorCode, details: Omit<Rejection, 'outcome' | 'code'> = {}): Rejection {
  return { outcome: 'rejected', code, ...details };
}

/** An issue in the command’s body, in both languages. */
export function issue(pointer: string, rule: string, zh: string, en: string): Issue {
  return { pointer, rule, zh, en };
}
