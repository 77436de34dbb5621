import { describe, expect, it } from 'vitest';
import { given, applied, when } from './given.ts';

const body = { reasonCode: 'privacy', publicReason: '附件含个人信息', authorizer: '信息公开科' } as const;

describe('withdraw', () => {
  it('leaves a tombstone with the public reason, without any of the text', () => {
    const head = given();
    const next = applied(head, when(head, 'withdraw', body));
    const {
      body: _1,
      renditions: _2,
      attachments: _3,
      abstract: _4,
      keywords: _5,
      captionNote: _6,
      ...rest
    } = head.document;
    expect(next.document).toEqual({
      ...rest,
      publication: {
        state: 'withdrawn',
        reasonCode: 'privacy',
        publicReason: '附件含个人信息',
        withdrawnOn: '2026-06-15',
      },
    });
    expect(next.withheld).toEqual(head.document);
  });

  it('is refused for a document that is withdrawn', () => {
    const head = given();
    const next = applied(head, when(head, 'withdraw', body));
    expect(when(next, 'withdraw', body)).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });
});
