import type { ClientConfig } from './client-options.ts';
import { authorization } from './authorization.ts';
import { OutcomeUnknownError, UnavailableError } from './errors.ts';
import { readProblemError } from './problem-error.ts';
import { PublishingError } from './publishing-error.ts';

/** One request, apart from how often and how long it is tried. */
export interface Exchange {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A function where the body can be read only once, so that each attempt has its own. */
  readonly body?: Body | (() => Body);
  readonly requestId: string;
  /** Commands have one. */
  readonly idempotencyKey?: string;
  /** Reading needs no credentials, so none are sent. */
  readonly isPublic?: boolean;
}

type Body = string | Uint8Array | Blob | ReadableStream;

/** One request and its answer’s JSON. */
export async function exchange(config: ClientConfig, call: Exchange, signal: AbortSignal): Promise<unknown> {
  const url = addressOf(config, call);
  const headers = await headersOf(config, call);
  const body = typeof call.body === 'function' ? call.body() : call.body;
  let response: Response;
  try {
    response = await config.fetch(url, {
      method: call.method,
      headers,
      // a stream cannot be sent in any other way; undici demands that it is said
      ...(body !== undefined && { body, duplex: 'half' as const }),
      redirect: 'manual', // a POST that follows one becomes a GET
      signal,
    });
    if (response.ok) return await response.json();
  } catch (cause) {
    throw signal.aborted ? signal.reason : noAnswer(config, call, cause);
  }
  const { requestId, idempotencyKey } = call;
  throw await readProblemError(response, {
    locale: config.locale,
    requestId,
    idempotencyKey,
    now: config.now(),
  });
}

/** A path in the base address is kept, as behind a reverse proxy. */
function addressOf({ baseUrl, locale }: ClientConfig, call: Exchange): string {
  if (URL.canParse(baseUrl) && /^https?:/i.test(baseUrl)) return baseUrl.replace(/\/+$/, '') + call.path;
  const sentence = {
    zh: 'createClient 的 baseUrl 应为网关的完整地址，例如 https://gongwen.example.gov.cn',
    en: 'baseUrl of createClient must be the gateway’s whole address, e.g. https://gongwen.example.gov.cn',
  }[locale];
  const { requestId, idempotencyKey } = call;
  throw new PublishingError({
    code: 'CONFIGURATION',
    message: `CONFIGURATION: ${sentence}`,
    requestId,
    idempotencyKey,
  });
}

async function headersOf(config: ClientConfig, call: Exchange): Promise<Headers> {
  return new Headers({
    accept: 'application/json, application/problem+json',
    'user-agent': config.userAgent,
    'x-request-id': call.requestId,
    ...(call.isPublic ? {} : await authorization(config, call)),
    ...(call.idempotencyKey !== undefined && { 'idempotency-key': call.idempotencyKey }),
    ...call.headers,
  });
}

/** A command may have been carried out although its answer was lost. */
function noAnswer({ baseUrl, locale }: ClientConfig, call: Exchange, cause: unknown): PublishingError {
  const { requestId, idempotencyKey } = call;
  const ErrorClass = idempotencyKey === undefined ? UnavailableError : OutcomeUnknownError;
  const sentence = { zh: '没有可用的回答', en: 'no usable answer' }[locale];
  const hint = {
    zh: '检查地址、代理与网络；命令请以同一键重发。',
    en: 'Check address, proxy and network; repeat a command with the same key.',
  }[locale];
  return new ErrorClass({
    code: 'NETWORK',
    message: `NETWORK: ${baseUrl}: ${sentence}: ${reasonOf(cause)} (requestId ${requestId})`,
    requestId,
    idempotencyKey,
    hint,
    retryable: true,
    cause,
  });
}

/** `fetch failed` alone says nothing: its cause names the address, the certificate or the socket. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message;
}
