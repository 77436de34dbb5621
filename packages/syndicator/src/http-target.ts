import { webhooks } from '@gongwen/sdk';

/** What a target said to one event. */
export type TargetAnswer =
  | { readonly answer: 'accepted'; readonly remoteId?: string }
  /** This document only: by a rule (final) or by a fault of the request (worth another try). */
  | { readonly answer: 'refused'; readonly final: boolean; readonly code: string; readonly reason: string }
  /** The target as a whole is unwell. */
  | { readonly answer: 'unavailable'; readonly reason: string; readonly retryAfterMs?: number };

export interface Target {
  readonly name: string;
  send(eventId: string, body: Uint8Array): Promise<TargetAnswer>;
}

export interface HttpTargetOptions {
  readonly name: string;
  readonly url: string;
  /** Standard Webhooks ed25519 key, `whsk_…`. */
  readonly privateKey: string;
  readonly now: () => Date;
}

const timeoutMs = 15_000;
const maximumAnswerBytes = 64 * 1024;
const maximumRetryAfterMs = 3_600_000;
const documentFaults: ReadonlySet<number> = new Set([400, 404, 409, 413, 415]);

/** A target that speaks our push contract (docs/http.md), signed by Standard Webhooks. */
export function createHttpTarget({ name, url, privateKey, now }: HttpTargetOptions): Target {
  return {
    name,
    async send(eventId, bytes) {
      const body = new TextDecoder().decode(bytes);
      const headers = webhooks.sign({ id: eventId, timestamp: now(), body, privateKey });
      try {
        const response = await fetch(url, {
          method: 'POST',
          body,
          headers: { ...headers, 'content-type': 'application/cloudevents+json' },
          redirect: 'manual', // a redirect could lead inside: it is a failure
          signal: AbortSignal.timeout(timeoutMs),
        });
        return await toAnswer(response);
      } catch (error) {
        return { answer: 'unavailable', reason: error instanceof Error ? causeOf(error) : 'no answer' };
      }
    },
  };
}

async function toAnswer(response: Response): Promise<TargetAnswer> {
  const answer = await readAnswer(response);
  if (response.ok) return { answer: 'accepted', ...(answer.receiptId && { remoteId: answer.receiptId }) };
  const reason = answer.detail ?? answer.title ?? `HTTP ${response.status}`;
  if (response.status === 422 || documentFaults.has(response.status)) {
    return {
      answer: 'refused',
      final: response.status === 422,
      code: answer.code ?? `HTTP_${response.status}`,
      reason,
    };
  }
  const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'));
  return { answer: 'unavailable', reason: `HTTP ${response.status}`, ...(retryAfterMs && { retryAfterMs }) };
}

type Answer = Partial<Record<'receiptId' | 'detail' | 'title' | 'code', string>>;

/** The target’s words are foreign: bounded in size, and only short text is taken from them. */
async function readAnswer(response: Response): Promise<Answer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > maximumAnswerBytes) return {};
    parts.push(part);
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(parts).toString());
    return typeof value === 'object' && value !== null ? textFields(value) : {};
  } catch {
    return {};
  }
}

function textFields(value: object): Answer {
  const entries = Object.entries(value).filter(([, text]) => typeof text === 'string' && text !== '');
  return Object.fromEntries(
    entries.map(([name, text]) => [
      name,
      String(text)
        .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
        .slice(0, 500),
    ]),
  );
}

/** Seconds or an HTTP date; anything else, the past and more than an hour do not count as said. */
function parseRetryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const milliseconds = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return milliseconds > 0 ? Math.min(milliseconds, maximumRetryAfterMs) : undefined;
}

function causeOf(error: Error): string {
  const { cause } = error;
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message;
}
