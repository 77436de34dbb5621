import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decide } from '@gongwen/domain';
import { type PublishCommand, isPublishCommand } from '@gongwen/schemas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCollection } from './import-collection.ts';

const sample = new URL('../../samples/jcms-batch.xml', import.meta.url).pathname;
const context = {
  department: { id: 'library', name: '文件资料库', level: 'city', regionCode: '379900' },
  today: '2026-06-15',
} as const;

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'import-jcms-'))));
afterAll(() => rmSync(folder, { recursive: true }));

describe('importCollection of an XML batch', () => {
  it('publishes every article but the broken one, which is rejected with its bytes', async () => {
    const commands: PublishCommand[] = [];
    const summary = await importCollection({
      files: [sample],
      department: 'library',
      rejectsPath: join(folder, 'rejects.jsonl'),
      checkpointPath: join(folder, 'checkpoint.json'),
      gateway: {
        publish: async (command) => {
          commands.push(command);
          return { replayed: false };
        },
        amend: () => Promise.reject(new Error('nothing to amend')),
      },
    });
    expect(summary).toMatchObject({
      read: 5,
      imported: 4,
      rejected: 1,
      byCode: { SCHEMA_VIOLATION: 1 },
      warnings: {
        section_end_mended: 1,
        body_elsewhere: 1,
        issued_on_is_release: 2,
        issued_on_from_text: 1,
        valid_end_constant: 3,
        number_from_subtitle: 1,
      },
    });
    for (const command of commands) {
      const { documentId } = command;
      expect(isPublishCommand(command)).toBe(true);
      const decision = decide(undefined, { name: 'publish', documentId, body: command }, context);
      expect(decision).toMatchObject({ outcome: 'accepted' });
    }
    const reject = JSON.parse(readFileSync(join(folder, 'rejects.jsonl'), 'utf8')) as Record<string, string>;
    expect(reject).toMatchObject({ file: 'jcms-batch.xml', line: 4, code: 'SCHEMA_VIOLATION' });
    const original = Buffer.from(reject['originalBase64'] ?? '', 'base64').toString();
    expect(original).toContain('关于停水检修的通知');
    expect(readFileSync(sample, 'utf8')).toContain(original);
  });
});
