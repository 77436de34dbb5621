import { describe, expect, it } from 'vitest';
import { given, applied, when } from './given.ts';

const body = { reason: '已更正', authorizer: '信息公开科' };

describe('restore', () => {
  it('withdrawn then republished: the text is back as it was', () => {
    const { before, head } = withdrawn();
    const next = applied(head, when(head, 'restore', body));
    expect(next.document).toEqual({ ...before.document, textVersion: 2 });
    expect(next.withheld).toBeUndefined();
  });

  it('brings it back with changes', () => {
    const { head } = withdrawn();
    const next = applied(
      head,
      when(head, 'restore', {
        ...body,
        changes: { body: { text: '第一条 改正后。' } },
        clear: ['attachments'],
      }),
    );
    expect(next.document.body).toEqual({ text: '第一条 改正后。' });
    expect(next.document.attachments).toBeUndefined();
    expect(next.document.renditions).toHaveLength(1);
  });

  it('keeps what has happened to the tombstone: owner, relations, lifecycle', () => {
    const { head } = withdrawn();
    const since = {
      department: 'll-talent',
      relations: [{ type: 'related' as const, target: { title: '见习补贴办法' } }],
      lifecycle: [{ change: 'repealed' as const, effectiveOn: '2026-06-01', version: 3 }],
    };
    const later = { ...head, version: 3, document: { ...head.document, ...since } };
    expect(applied(later, when(later, 'restore', body)).document).toMatchObject(since);
  });

  it('is refused for a document that is not withdrawn', () => {
    expect(when(given(), 'restore', body)).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it('cannot bring a document back into force whose term ended meanwhile', () => {
    const { head } = withdrawn();
    const changes = { effectiveUntil: '2031-03-31' };
    expect(when(head, 'restore', { ...body, changes }, '2028-04-01')).toMatchObject({ validity: 'expired' });
    expect(when(head, 'restore', body, '2028-04-01').outcome).toBe('accepted');
  });

  it('is refused when the result lacks what the law wants', () => {
    const { head } = withdrawn();
    expect(when(head, 'restore', { ...body, clear: ['issuers'] })).toMatchObject({
      code: 'MANDATORY_FIELD_MISSING',
    });
  });
});

function withdrawn() {
  const before = given();
  const why = { reasonCode: 'erroneous', publicReason: '内容有误', authorizer: '信息公开科' } as const;
  return { before, head: applied(before, when(before, 'withdraw', why)) };
}
