import {
  type ErrorCode,
  type Issue,
  type Problem,
  errorTable,
  isErrorCode,
  isRetryable,
} from '@gongwen/schemas';

/** What a problem may say beyond its code. */
export type ProblemDetails = Partial<
  Pick<
    Problem,
    'issues' | 'currentVersion' | 'expectedVersion' | 'currentEventId' | 'validity' | 'retryAfterSeconds'
  >
> & {
  /** This occurrence in Chinese and English, when the code’s own sentence does not say enough. */
  readonly zh?: string;
  readonly en?: string;
};

/** An expected refusal on its way to the edge, where it becomes an RFC 9457 problem. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: ErrorCode;
  readonly details: ProblemDetails;

  constructor(code: ErrorCode, details: ProblemDetails = {}, options?: ErrorOptions) {
    super(details.en ?? errorTable[code].en, options);
    this.code = code;
    this.details = details;
  }
}

/** What a store rejects with is told as DEPENDENCY_UNAVAILABLE: nothing was decided, and the same may be sent again. */
export async function requireAvailable<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (cause) {
    if (isServiceError(cause)) throw cause;
    throw new ServiceError('DEPENDENCY_UNAVAILABLE', { retryAfterSeconds: 2 }, { cause });
  }
}

/** Recognised by its code, so that two copies of this package do not hide each other’s errors. */
export function isServiceError(error: unknown): error is ServiceError {
  return (
    error instanceof Error &&
    error.name === 'ServiceError' &&
    'code' in error &&
    isErrorCode(String(error.code))
  );
}

const problemPages = 'https://gongwen.cn/problems/';

/** The problem of RFC 9457 for an error; what we did not foresee is INTERNAL and shows nothing of itself. */
export function toProblem(error: unknown, requestId: string): Problem {
  const { code, details } = isServiceError(error) ? error : { code: 'INTERNAL' as const, details: {} };
  const { zh, en, issues, ...rest } = details;
  const row = errorTable[code];
  return {
    type: `${problemPages}${code.toLowerCase().replaceAll('_', '-')}`,
    title: row.zh,
    status: row.status,
    detail: sentence(zh ?? row.zh, firstIssue(issues, 'zh'), row.hintZh),
    detailEn: sentence(en ?? row.en, firstIssue(issues, 'en'), row.hintEn),
    code,
    requestId,
    retryable: isRetryable(code),
    hint: row.hintZh,
    ...(issues && { issues }),
    ...rest,
  };
}

function firstIssue(issues: readonly Issue[] | undefined, language: 'zh' | 'en'): string {
  const [first] = issues ?? [];
  return first ? `${first.pointer || '/'}: ${first[language]}` : '';
}

function sentence(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
