import { type Problem, isErrorCode, isProblem } from '@gongwen/schemas';
import { PublishingError, toPublishingError } from './errors.ts';

export interface ClientOptions {
  /** Where the gateway is, e.g. `https://gongwen.example.gov.cn`. */
  readonly baseUrl: string;
  /** Department key or JWT; a function is asked at every call. Resolved at the first call, not before. */
  readonly token?: string | (() => string | Promise<string>);
  /** The whole call with its retries. Default 60 000. */
  readonly timeoutMs?: number;
  /** One attempt. Default 15 000. */
  readonly attemptTimeoutMs?: number;
  /** Attempts after the first. Default 5; 0 means none. */
  readonly retries?: number;
  /** Default the global one. */
  readonly fetch?: typeof fetch;
  /** Told before each new attempt. */
  readonly onRetry?: (retry: {
    readonly attempt: number;
    readonly delayMs: number;
    readonly code: string;
  }) => void;
}

export interface HttpCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | Blob;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  readonly attemptTimeoutMs?: number;
}

export type Transport = (call: HttpCall) => Promise<unknown>;

const backoff = { firstMs: 500, longestMs: 300_000, longestRetryAfterMs: 60_000 };

/** One HTTP call with retries that never change its idempotency key. */
export function createTransport(options: ClientOptions): Transport {
  const { timeoutMs = 60_000, retries = 5, onRetry } = options;
  return async (call) => {
    const deadline = Date.now() + timeoutMs;
    for (let attempt = 1; ; attempt++) {
      try {
        return await attemptOnce(options, call, Math.max(1, deadline - Date.now()));
      } catch (error) {
        if (!(error instanceof PublishingError) || !error.retryable || attempt > retries) throw error;
        const delayMs = retryDelay(error, attempt);
        if (Date.now() + delayMs >= deadline) throw error;
        onRetry?.({ attempt, delayMs, code: error.code });
        await new Promise((resolve) => setTimeout(resolve, delayMs));
      }
    }
  };
}

async function attemptOnce(options: ClientOptions, call: HttpCall, leftMs: number): Promise<unknown> {
  const { fetch: send = fetch, attemptTimeoutMs = 15_000 } = options;
  const timeout = AbortSignal.timeout(Math.min(leftMs, call.attemptTimeoutMs ?? attemptTimeoutMs));
  const key = call.idempotencyKey;
  let response: Response;
  try {
    response = await send(new URL(call.path, options.baseUrl), {
      method: call.method,
      headers: {
        accept: 'application/json',
        ...(await authorization(options)),
        ...(key !== undefined && { 'idempotency-key': key }),
        ...call.headers,
      },
      ...(call.body !== undefined && { body: call.body }),
      signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
    });
    if (response.ok) return await response.json();
  } catch (cause) {
    if (cause instanceof PublishingError || call.signal?.aborted) throw cause;
    const code = timeout.aborted ? 'TIMEOUT' : 'NETWORK';
    const message = `${code}: ${options.baseUrl} 没有回答 / did not answer`;
    throw new PublishingError(
      code,
      message,
      { ...(key !== undefined && { idempotencyKey: key }) },
      { cause },
    );
  }
  throw toPublishingError(await readProblem(response), key);
}

async function authorization({ token }: ClientOptions): Promise<Record<string, string>> {
  const value = typeof token === 'function' ? await token() : token;
  return value ? { authorization: `Bearer ${value}` } : {};
}

/** Something between us and the gateway may have answered instead. */
async function readProblem(response: Response): Promise<Problem> {
  const answer: unknown = await response.json().catch(() => undefined);
  const seconds = retryAfterSeconds(response.headers.get('retry-after'));
  if (isProblem(answer) && isErrorCode(answer.code)) {
    return { ...answer, ...(seconds !== undefined && { retryAfterSeconds: seconds }) };
  }
  const isBusy = response.status === 429 || response.status >= 500;
  return {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    detail: `HTTP ${response.status}`,
    code: isBusy ? 'DEPENDENCY_UNAVAILABLE' : 'NOT_FOUND',
    requestId: response.headers.get('x-request-id') ?? 'unknown',
    retryable: isBusy,
    ...(seconds !== undefined && { retryAfterSeconds: seconds }),
  };
}

function retryAfterSeconds(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d{1,9}$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return seconds >= 0 ? Math.ceil(seconds) : undefined;
}

/** Full jitter, so that many clients do not come back together; what the server asks for comes first. */
function retryDelay(error: PublishingError, attempt: number): number {
  const asked = error.problem?.retryAfterSeconds;
  if (asked !== undefined) return Math.min(asked * 1000, backoff.longestRetryAfterMs);
  return Math.random() * Math.min(backoff.firstMs * 2 ** attempt, backoff.longestMs);
}
