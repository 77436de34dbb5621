import type { Locale } from './locale.ts';
import type { PublishingError } from './publishing-error.ts';

/** How to reach a gateway. Nothing is read from the environment: what comes from there, the caller passes in. */
export interface ClientOptions {
  /** Where the gateway is, e.g. `https://gongwen.example.gov.cn`. A path in it is kept. */
  readonly baseUrl: string;
  /**
   * Department key or JWT, e.g. `process.env.GONGWEN_TOKEN`, or a function that is asked at every attempt and once more
   * after a 401. Looked at when a call needs it, not before; reading documents needs none.
   */
  readonly token?: string | undefined | (() => string | Promise<string>);
  /** The whole call with its retries, in milliseconds. Default 60 000. */
  readonly timeoutMs?: number;
  /** One attempt, in milliseconds. Default 15 000. */
  readonly attemptTimeoutMs?: number;
  /** Attempts after the first. Default 5; 0 means none. */
  readonly retries?: number;
  /** Requests of this client at the same time; the others queue. Waiting for receipts does not count. Default 16. */
  readonly concurrency?: number;
  /** For a proxy, an own certificate authority or tracing. Default the global one. */
  readonly fetch?: typeof fetch;
  /** Language of error messages and hints. Default `zh`. */
  readonly locale?: Locale;
  /** Put before the SDK’s own name in the `User-Agent` header, e.g. `ll-hrss-cms/3.1`. */
  readonly userAgent?: string;
  /** Told before each new attempt. */
  readonly onRetry?: (retry: Retry) => void;
  /** The clock. Default the machine’s. */
  readonly now?: () => Date;
  /** From 0 to below 1, spreads retries. Default `Math.random`. */
  readonly random?: () => number;
}

/** An attempt that failed, and when the next one follows. */
export interface Retry {
  /** The attempt that failed, from 1. */
  readonly attempt: number;
  readonly delayMs: number;
  readonly error: PublishingError;
}

/** The options with every default filled in. */
export interface ClientConfig extends Required<Omit<ClientOptions, 'token' | 'onRetry'>> {
  readonly token: ClientOptions['token'];
  readonly onRetry: ClientOptions['onRetry'];
}

const agent = 'gongwen-sdk/0.1';

export function resolveOptions(options: ClientOptions): ClientConfig {
  return {
    baseUrl: options.baseUrl,
    token: options.token,
    timeoutMs: options.timeoutMs ?? 60_000,
    attemptTimeoutMs: options.attemptTimeoutMs ?? 15_000,
    retries: options.retries ?? 5,
    concurrency: options.concurrency ?? 16,
    // looked up at the call, so that a `fetch` that is replaced later (tracing) is used
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    locale: options.locale ?? 'zh',
    userAgent: options.userAgent === undefined ? agent : `${options.userAgent} ${agent}`,
    onRetry: options.onRetry,
    now: options.now ?? (() => new Date()),
    random: options.random ?? Math.random,
  };
}
