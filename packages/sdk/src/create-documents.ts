import {
  type DecisionTargets,
  type DocumentResource,
  type Receipt,
  isPublishCommand,
  violations,
} from '@gongwen/schemas';
import type { ClientConfig } from './client-options.ts';
import type { CommandOptions, Documents, Validation } from './documents.ts';
import { createHits } from './hits.ts';
import { idempotencyKeyFor } from './idempotency-key.ts';
import { toQueryString } from './query-string.ts';
import type { Transport } from './transport.ts';

export function createDocuments(transport: Transport, { locale }: ClientConfig): Documents {
  const call = (
    method: 'POST' | 'PUT',
    path: string,
    command: unknown,
    options: { signal?: AbortSignal; idempotencyKey?: string },
  ) =>
    transport({
      method,
      path,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(command),
      ...options,
    });
  const send = async (
    path: string,
    command: { readonly clientReference?: string },
    { idempotencyKey: given, signal }: CommandOptions = {},
    method: 'POST' | 'PUT' = 'POST',
  ) => {
    const idempotencyKey = idempotencyKeyFor(given, command, locale);
    return (await call(method, path, command, { idempotencyKey, ...(signal && { signal }) })) as Receipt; // the gateway’s contract
  };
  const change =
    (action: string, method: 'POST' | 'PUT' = 'POST') =>
    (documentId: string, command: { readonly clientReference?: string }, options?: CommandOptions) =>
      send(`${pathOf(documentId)}/${action}`, command, options, method);

  return {
    publish: (command, options) => send('/v1/documents', command, options),
    amend: change('amendments'),
    correct: change('corrections'),
    repeal: change('repeal'),
    expire: change('expiry'),
    supersede: change('supersession'),
    partiallyEnd: change('partial-end'),
    scheduleEnd: change('scheduled-end'),
    renew: change('renewal'),
    reinstate: change('reinstatement'),
    withdraw: change('withdrawal'),
    restore: change('restoration'),
    setLinks: change('links', 'PUT'),
    changeDisclosure: change('disclosure'),
    transfer: change('transfer'),
    async validate(command, { remote = false, ...options } = {}) {
      const faults = violations(isPublishCommand, command);
      if (faults) return { valid: false, ...faults };
      if (!remote) return { valid: true, issues: [] };
      return (await call('POST', '/v1/documents:validate', command, options)) as Validation; // the gateway’s contract
    },
    async get(documentId, { signal, ...query } = {}) {
      const path = pathOf(documentId) + toQueryString(query);
      return (await transport({ method: 'GET', path, isPublic: true, signal })) as DocumentResource; // the portal’s contract
    },
    async targets(documentId, { signal } = {}) {
      const path = `${pathOf(documentId)}/targets`;
      return (await transport({ method: 'GET', path, signal })) as DecisionTargets; // the gateway’s contract
    },
    list: (query = {}, { signal } = {}) => createHits(transport, query, signal),
  };
}

function pathOf(documentId: string): string {
  return `/v1/documents/${encodeURIComponent(documentId)}`;
}
