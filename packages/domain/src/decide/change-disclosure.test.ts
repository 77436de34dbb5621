import { describe, expect, it } from 'vitest';
import { applied, given, when } from './given.ts';

const withdrawal = {
  reasonCode: 'privacy' as const,
  publicReason: '涉及个人隐私',
  authorizer: '信息公开科',
};
const basis = '依申请公开信息定期审查';

describe('公开属性 change', () => {
  it('lets a withdrawn document become 依申请公开, which then cannot be restored', () => {
    const published = given();
    const withdrawn = applied(published, when(published, 'withdraw', withdrawal));
    const head = applied(withdrawn, when(withdrawn, 'changeDisclosure', { to: 'on_request', basis }));
    expect(head.document.disclosure).toBe('on_request');
    expect(when(head, 'restore', { reason: '无误', authorizer: '信息公开科' })).toMatchObject({
      code: 'DISCLOSURE_FORBIDS',
    });
    const active = applied(head, when(head, 'changeDisclosure', { to: 'active', basis }));
    expect(when(active, 'restore', { reason: '已审查', authorizer: '信息公开科' })).toMatchObject({
      outcome: 'accepted',
    });
  });

  it('is refused while the document is published', () => {
    expect(when(given(), 'changeDisclosure', { to: 'none', basis })).toMatchObject({
      code: 'DISCLOSURE_FORBIDS',
      issues: [{ pointer: '/to', rule: 'withdrawn' }],
    });
  });

  it('is refused when it changes nothing', () => {
    expect(when(given(), 'changeDisclosure', { to: 'active', basis })).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
  });
});
