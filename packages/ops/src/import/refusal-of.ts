import { type ErrorCode, errorTable, isErrorCode, isRetryable } from '@gongwen/schemas';
import { type Refusal, isFields } from './mapping/draft.ts';

/** These concern the caller, not the record: every other record would be refused as well. */
const codesOfTheCaller: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'UNAUTHENTICATED',
  'TOKEN_EXPIRED',
  'INSUFFICIENT_SCOPE',
  'DEPARTMENT_DISABLED',
]);

/**
 * What the gateway has against this one record.
 *
 * @throws the error itself, if it is an outage or concerns the caller
 */
export function refusalOf(error: unknown): Refusal {
  const code = codeOf(error);
  if (!isErrorCode(code) || isRetryable(code) || codesOfTheCaller.has(code)) throw error;
  return { code, ...firstIssue(error, code) };
}

export function codeOf(error: unknown): string {
  return isFields(error) && typeof error['code'] === 'string' ? error['code'] : '';
}

function firstIssue(error: unknown, code: ErrorCode): { pointer: string; reason: string } {
  const issues = isFields(error) && Array.isArray(error['issues']) ? error['issues'] : [];
  const issue: unknown = issues[0];
  const { pointer, zh, en } = isFields(issue) ? issue : {};
  const { zh: sentence, en: sentenceEn } = errorTable[code];
  return {
    pointer: typeof pointer === 'string' ? pointer : '',
    reason: `${typeof zh === 'string' ? zh : sentence} / ${typeof en === 'string' ? en : sentenceEn}`,
  };
}
