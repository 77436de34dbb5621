import { describe, expect, it } from 'vitest';
import { readProblemError } from './problem-error.ts';

const context = {
  locale: 'zh',
  requestId: 'ours',
  idempotencyKey: 'key',
  now: new Date('2026-11-25T02:00:00Z'),
} as const;
const issue = { pointer: '/document/title', rule: 'required', zh: '必须提供', en: 'is required' };
const problem = {
  type: 'https://gongwen.cn/problems/schema-violation',
  title: '内容不符合模式。',
  status: 422,
  detail: '内容不符合模式。',
  detailEn: 'The content does not match its schema.',
  code: 'SCHEMA_VIOLATION',
  requestId: 'r1',
  retryable: false,
  hint: '逐条处理 issues 中的指针。',
  issues: [issue],
};
const answer = (body: object, status = 422) => Response.json(body, { status });

describe('the error of a problem', () => {
  it('says code, first issue and request id, and carries the whole answer', async () => {
    const error = await readProblemError(answer(problem), context);
    expect(error.message).toBe('SCHEMA_VIOLATION: 内容不符合模式。 /document/title: 必须提供 (requestId r1)');
    expect(error).toMatchObject({
      name: 'ValidationError',
      status: 422,
      docUrl: problem.type,
      hint: problem.hint,
      idempotencyKey: 'key',
      issues: [issue],
      problem,
    });
  });

  it('speaks English when asked', async () => {
    const error = await readProblemError(answer(problem), { ...context, locale: 'en' });
    expect(error.message).toBe(
      'SCHEMA_VIOLATION: The content does not match its schema. /document/title: is required (requestId r1)',
    );
    expect(error.hint).toBe('Mend each pointer in issues.');
  });

  it('is read from a newer gateway, with its new code and fields', async () => {
    const newer = { ...problem, code: 'QUOTA_SPENT', quota: 5, issues: [{ ...issue, example: 'x' }] };
    expect(await readProblemError(answer(newer), context)).toMatchObject({
      name: 'ValidationError',
      code: 'QUOTA_SPENT',
      requestId: 'r1',
    });
  });

  it('is made up for what something else has answered', async () => {
    const error = await readProblemError(answer({ error: 'forbidden by firewall' }, 403), context);
    expect(error).toMatchObject({
      name: 'PermissionError',
      code: 'HTTP_403',
      requestId: 'ours',
      docUrl: undefined,
      retryable: false,
    });
  });
});
