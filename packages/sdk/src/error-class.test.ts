import { type ErrorCode, errorTable, isErrorCode } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { errorClassOf } from './error-class.ts';

const codes = Object.keys(errorTable).filter(isErrorCode);
const classNameOf = (code: ErrorCode) => errorClassOf(code, 0).name;
const codesOf = (name: string) => codes.filter((code) => classNameOf(code) === name).toSorted();

describe('errorClassOf', () => {
  it('has one class, and not the base, for every code of the table', () => {
    const names = Map.groupBy(codes, classNameOf);
    expect([...names.keys()].toSorted()).toEqual([
      'AuthenticationError',
      'IdempotencyError',
      'InvalidTransitionError',
      'NotFoundError',
      'NumberInUseError',
      'OutcomeUnknownError',
      'PermissionError',
      'RateLimitError',
      'SignatureError',
      'UnavailableError',
      'ValidationError',
      'VersionConflictError',
      'WithdrawnError',
    ]);
    expect([...names.values()].flat()).toHaveLength(codes.length);
  });

  it.each<[string, ErrorCode[]]>([
    ['AuthenticationError', ['TOKEN_EXPIRED', 'UNAUTHENTICATED']],
    ['IdempotencyError', ['IDEMPOTENCY_KEY_INVALID', 'IDEMPOTENCY_KEY_MISSING', 'IDEMPOTENCY_KEY_REUSED']],
    ['InvalidTransitionError', ['ILLEGAL_TRANSITION']],
    [
      'NotFoundError',
      ['DOCUMENT_NOT_FOUND', 'FILE_NOT_FOUND', 'NOT_FOUND', 'RECEIPT_NOT_FOUND', 'VERSION_NOT_FOUND'],
    ],
    ['NumberInUseError', ['NUMBER_IN_USE']],
    ['OutcomeUnknownError', ['INTERNAL', 'OUTCOME_UNKNOWN']],
    ['PermissionError', ['DEPARTMENT_DISABLED', 'FORBIDDEN_NAMESPACE', 'INSUFFICIENT_SCOPE']],
    ['UnavailableError', ['DEPENDENCY_UNAVAILABLE', 'OVERLOADED', 'REQUEST_IN_PROGRESS', 'REQUEST_TIMEOUT']],
    ['VersionConflictError', ['PRECONDITION_REQUIRED', 'VERSION_CONFLICT']],
  ])('gives %s to its codes', (name, expected) => {
    expect(codesOf(name)).toEqual(expected);
  });

  it('goes by the status for a code of a newer gateway', () => {
    const classes = [400, 401, 403, 404, 429, 502].map((status) => errorClassOf('NEWER', status).name);
    expect(classes).toEqual([
      'ValidationError',
      'AuthenticationError',
      'PermissionError',
      'NotFoundError',
      'RateLimitError',
      'UnavailableError',
    ]);
  });
});
