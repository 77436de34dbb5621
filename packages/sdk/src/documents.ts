import { randomUUID } from 'node:crypto';
import {
  type AmendCommand,
  type CorrectCommand,
  type DocumentHit,
  type DocumentList,
  type DocumentResource,
  type ErrorCode,
  type ExpireCommand,
  type Issue,
  type PublishCommand,
  type Receipt,
  type RepealCommand,
  type RestoreCommand,
  type WithdrawCommand,
  isPublishCommand,
  violations,
} from '@gongwen/schemas';
import type { Transport } from './transport.ts';

export interface CallOptions {
  /** Default: a new one for each call, constant over its retries. Give your own to be able to repeat after a crash. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

export interface Validation {
  readonly valid: boolean;
  readonly code?: ErrorCode;
  readonly issues: readonly Issue[];
}

/** Search parameters of docs/http.md, e.g. `{ q: '养老', 'filter[validity]': ['in_force'] }`. */
export type ListQuery = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Hits of a search: iterate over all, or take one page. */
export interface Hits extends AsyncIterable<DocumentHit> {
  page(cursor?: string): Promise<DocumentList>;
  toArray(options: { readonly limit: number }): Promise<DocumentHit[]>;
}

/** Every command answers a receipt once the log has its event; errors are `PublishingError`s by code. */
export interface Documents {
  /** 发布. */
  publish(command: PublishCommand, options?: CallOptions): Promise<Receipt>;
  /** 修改. `expectedVersion` is the version that you have read. */
  amend(documentId: string, command: AmendCommand, options?: CallOptions): Promise<Receipt>;
  /** 勘误. */
  correct(documentId: string, command: CorrectCommand, options?: CallOptions): Promise<Receipt>;
  /** 废止. */
  repeal(documentId: string, command: RepealCommand, options?: CallOptions): Promise<Receipt>;
  /** 失效. */
  expire(documentId: string, command: ExpireCommand, options?: CallOptions): Promise<Receipt>;
  /** 撤回. */
  withdraw(documentId: string, command: WithdrawCommand, options?: CallOptions): Promise<Receipt>;
  /** 恢复. */
  restore(documentId: string, command: RestoreCommand, options?: CallOptions): Promise<Receipt>;
  /** Checks a publication: here by its schema, or with `remote` by the gateway’s rules, too. Never throws for content. */
  validate(command: unknown, options?: { readonly remote?: boolean }): Promise<Validation>;
  /** The document now, at a date, or as of a version. */
  get(
    documentId: string,
    options?: { readonly at?: string; readonly version?: number },
  ): Promise<DocumentResource>;
  /** Searches; see `Hits`. */
  list(query?: ListQuery): Hits;
}

export function createDocuments(transport: Transport): Documents {
  const post = async (
    path: string,
    command: object,
    { idempotencyKey = randomUUID(), signal }: CallOptions = {},
  ) =>
    (await transport({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(command),
      idempotencyKey,
      ...(signal && { signal }),
    })) as Receipt; // the gateway’s contract
  const change = (path: string) => (documentId: string, command: object, options?: CallOptions) =>
    post(`/v1/documents/${encodeURIComponent(documentId)}/${path}`, command, options);

  return {
    publish: (command, options) => post('/v1/documents', command, options),
    amend: change('amendments'),
    correct: change('corrections'),
    repeal: change('repeal'),
    expire: change('expiry'),
    withdraw: change('withdrawal'),
    restore: change('restoration'),
    async validate(command, { remote = false } = {}) {
      const faults = violations(isPublishCommand, command);
      if (faults) return { valid: false, ...faults };
      if (!remote) return { valid: true, issues: [] };
      return (await transport({
        method: 'POST',
        path: '/v1/documents:validate',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(command),
      })) as Validation; // the gateway’s contract
    },
    async get(documentId, { at, version } = {}) {
      const query = toQuery({ ...(at !== undefined && { at }), ...(version !== undefined && { version }) });
      const path = `/v1/documents/${encodeURIComponent(documentId)}${query}`;
      return (await transport({ method: 'GET', path })) as DocumentResource; // the portal’s contract
    },
    list: (query = {}) => hits(transport, query),
  };
}

function hits(transport: Transport, query: ListQuery): Hits {
  const page = async (cursor?: string) => {
    const path = `/v1/documents${toQuery({ ...query, ...(cursor !== undefined && { cursor }) })}`;
    return (await transport({ method: 'GET', path })) as DocumentList; // the portal’s contract
  };
  async function* all(): AsyncIterator<DocumentHit> {
    let cursor: string | undefined;
    do {
      const { items, links } = await page(cursor);
      yield* items;
      cursor = links.next === undefined ? undefined : cursorOf(links.next);
    } while (cursor !== undefined);
  }
  return {
    page,
    [Symbol.asyncIterator]: all,
    async toArray({ limit }) {
      const found: DocumentHit[] = [];
      for await (const hit of { [Symbol.asyncIterator]: all }) {
        if (found.push(hit) >= limit) break;
      }
      return found;
    },
  };
}

function cursorOf(next: string): string | undefined {
  return new URL(next, 'http://relative.invalid').searchParams.get('cursor') ?? undefined;
}

function toQuery(query: ListQuery): string {
  const entries = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    Array.isArray(value) ? value.map((item) => [name, String(item)]) : [[name, String(value)]],
  );
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries).toString()}`;
}
