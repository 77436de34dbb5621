import { type Problem, errorTable, isErrorCode, isProblem } from '@gongwen/schemas';
import { errorClassOf } from './error-class.ts';
import { fits } from './fits.ts';
import type { Locale } from './locale.ts';
import type { PublishingError } from './publishing-error.ts';
import { parseRetryAfter } from './retry-delay.ts';

/** What every error tells of its call, so that it can be repeated and asked about. */
export interface CallIdentity {
  readonly requestId: string;
  readonly idempotencyKey?: string | undefined;
}

export interface ErrorContext extends CallIdentity {
  readonly locale: Locale;
  readonly now: Date;
}

/** An answer that is no success, as the error of its code. */
export async function readProblemError(response: Response, context: ErrorContext): Promise<PublishingError> {
  const problem = await readProblem(response, context);
  const { code, status, requestId, retryable, issues, type } = problem;
  const ErrorClass = errorClassOf(code, status);
  return new ErrorClass({
    code,
    message: `${code}: ${sentence(problem, context.locale)} (requestId ${requestId})`,
    status,
    requestId,
    idempotencyKey: context.idempotencyKey,
    docUrl: type === 'about:blank' ? undefined : type,
    hint: hintOf(problem, context.locale),
    retryable,
    issues,
    problem,
  });
}

async function readProblem(response: Response, context: ErrorContext): Promise<Problem> {
  const answer: unknown = await response.json().catch(() => undefined);
  const problem = fits(isProblem, answer) ? answer : strangersProblem(response, context);
  const seconds = parseRetryAfter(response.headers.get('retry-after'), context.now);
  return seconds === undefined ? problem : { ...problem, retryAfterSeconds: seconds };
}

/** Something between us and the gateway has answered instead: a proxy, a firewall, a login page. */
function strangersProblem(response: Response, { requestId }: ErrorContext): Problem {
  const { status } = response;
  const location = response.headers.get('location');
  const detail = `HTTP ${status}${location === null ? '' : ` → ${location.slice(0, 200)}`}`;
  return {
    type: 'about:blank',
    title: detail,
    status,
    detail,
    code: `HTTP_${status}`,
    requestId: response.headers.get('x-request-id') ?? requestId,
    retryable: status === 408 || status === 429 || status >= 500,
  };
}

function sentence({ detail, detailEn, issues }: Problem, locale: Locale): string {
  const text = locale === 'en' ? (detailEn ?? detail) : detail;
  const [first] = issues ?? [];
  if (!first || text.includes(first[locale])) return text;
  return `${text} ${first.pointer || '/'}: ${first[locale]}`;
}

function hintOf({ code, hint }: Problem, locale: Locale): string | undefined {
  if (!isErrorCode(code)) return hint;
  const { hintZh, hintEn } = errorTable[code];
  return locale === 'en' ? hintEn : (hint ?? hintZh);
}
