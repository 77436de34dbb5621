import type { AmendCommand, PublishCommand } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { type Gateway, type Publish, publishDocument } from './publish-document.ts';

const command: PublishCommand = {
  documentId: 'library:imp-1',
  document: { docClass: 'normative_document', title: '节水办法', disclosure: 'active' },
};

const gateway = (publish: Publish): Gateway => ({
  publish,
  amend: () => Promise.reject(new Error('nothing to amend')),
});

const refusing = (fields: object) => () => Promise.reject(Object.assign(new Error('refused'), fields));

describe('publishDocument', () => {
  it('sends the same key for the same content and another for other content', async () => {
    const keys: string[] = [];
    const publish = (_: PublishCommand, { idempotencyKey }: { idempotencyKey: string }) => {
      keys.push(idempotencyKey);
      return Promise.resolve({ replayed: keys.length > 1 });
    };
    expect(await publishDocument(gateway(publish), command)).toEqual({ outcome: 'imported' });
    expect(await publishDocument(gateway(publish), command)).toEqual({ outcome: 'alreadyThere' });
    await publishDocument(gateway(publish), { ...command, note: '另一内容' });
    expect(new Set(keys).size).toBe(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it('takes a conflict for a document that is there', async () => {
    expect(await publishDocument(gateway(refusing({ code: 'VERSION_CONFLICT' })), command)).toEqual({
      outcome: 'alreadyThere',
    });
  });

  it('gives a refusal with code, pointer and reason', async () => {
    const issues = [{ pointer: '/document/title', rule: 'pattern', zh: '含换行', en: 'has a line break' }];
    expect(await publishDocument(gateway(refusing({ code: 'SCHEMA_VIOLATION', issues })), command)).toEqual({
      outcome: 'refused',
      refusal: { code: 'SCHEMA_VIOLATION', pointer: '/document/title', reason: '含换行 / has a line break' },
    });
  });

  it.each(['OUTCOME_UNKNOWN', 'OVERLOADED', 'NETWORK', 'INTERNAL', 'UNAUTHENTICATED', 'INSUFFICIENT_SCOPE'])(
    'throws %s, which is not the record’s fault',
    async (code) => {
      await expect(publishDocument(gateway(refusing({ code })), command)).rejects.toMatchObject({ code });
    },
  );

  it('throws what has no code', async () => {
    await expect(
      publishDocument(
        gateway(() => Promise.reject(new TypeError('bug'))),
        command,
      ),
    ).rejects.toThrow('bug');
  });

  describe('with a newer version of the text', () => {
    const amendment: AmendCommand = {
      expectedVersion: 1,
      kind: 'revision',
      effectiveOn: '2022-01-01',
      note: '2022年修订',
      changes: { body: { text: '第一条 新的文本。' } },
    };

    /** A document on which others act meanwhile: it knows keys as the gateway does. */
    function history(startVersion: number) {
      const written = new Map<string, string>();
      let version = startVersion;
      const amend: Gateway['amend'] = (_, sent, { idempotencyKey }) => {
        const before = written.get(idempotencyKey);
        const refuse = (fields: object) => Promise.reject(Object.assign(new Error('refused'), fields));
        if (before === JSON.stringify(sent)) return Promise.resolve({ replayed: true });
        if (before !== undefined) return refuse({ code: 'IDEMPOTENCY_KEY_REUSED' });
        if (sent.expectedVersion !== version)
          return refuse({ code: 'VERSION_CONFLICT', currentVersion: version });
        written.set(idempotencyKey, JSON.stringify(sent));
        version++;
        return Promise.resolve({ replayed: false });
      };
      const publish: Publish = () => Promise.resolve({ replayed: written.size > 0 });
      return { publish, amend, written };
    }

    it.each([1, 2])(
      'amends once, also where the document is at version %i and in a second run',
      async (at) => {
        const one = history(at);
        expect(await publishDocument(one, command, [amendment])).toEqual({ outcome: 'imported' });
        expect(await publishDocument(one, command, [amendment])).toEqual({ outcome: 'alreadyThere' });
        expect(one.written.size).toBe(1);
        expect([...one.written.keys()][0]).toMatch(/^import-[0-9a-f]{64}:2$/);
      },
    );

    it('leaves alone a document that is there with other content', async () => {
      const one = history(1);
      const publish = refusing({ code: 'VERSION_CONFLICT', currentVersion: 1 });
      expect(await publishDocument({ ...one, publish }, command, [amendment])).toEqual({
        outcome: 'alreadyThere',
      });
      expect(one.written.size).toBe(0);
    });
  });
});
