import type { PublishCommand } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { publishDocument } from './publish-document.ts';

const command: PublishCommand = {
  documentId: 'library:imp-1',
  document: { docClass: 'normative_document', title: '节水办法', disclosure: 'active' },
};

const refusing = (fields: object) => () => Promise.reject(Object.assign(new Error('refused'), fields));

describe('publishDocument', () => {
  it('sends the same key for the same content and another for other content', async () => {
    const keys: string[] = [];
    const publish = (_: PublishCommand, { idempotencyKey }: { idempotencyKey: string }) => {
      keys.push(idempotencyKey);
      return Promise.resolve({ replayed: keys.length > 1 });
    };
    expect(await publishDocument(publish, command)).toEqual({ outcome: 'imported' });
    expect(await publishDocument(publish, command)).toEqual({ outcome: 'alreadyThere' });
    await publishDocument(publish, { ...command, note: '另一内容' });
    expect(new Set(keys).size).toBe(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it('takes a conflict for a document that is there', async () => {
    expect(await publishDocument(refusing({ code: 'VERSION_CONFLICT' }), command)).toEqual({
      outcome: 'alreadyThere',
    });
  });

  it('gives a refusal with code, pointer and reason', async () => {
    const issues = [{ pointer: '/document/title', rule: 'pattern', zh: '含换行', en: 'has a line break' }];
    expect(await publishDocument(refusing({ code: 'SCHEMA_VIOLATION', issues }), command)).toEqual({
      outcome: 'refused',
      refusal: { code: 'SCHEMA_VIOLATION', pointer: '/document/title', reason: '含换行 / has a line break' },
    });
  });

  it.each(['OUTCOME_UNKNOWN', 'OVERLOADED', 'NETWORK', 'INTERNAL', 'UNAUTHENTICATED', 'INSUFFICIENT_SCOPE'])(
    'throws %s, which is not the record’s fault',
    async (code) => {
      await expect(publishDocument(refusing({ code }), command)).rejects.toMatchObject({ code });
    },
  );

  it('throws what has no code', async () => {
    await expect(publishDocument(() => Promise.reject(new TypeError('bug')), command)).rejects.toThrow('bug');
  });
});
