import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PublishCommand } from '@gongwen/schemas';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCollection } from './import-collection.ts';
import type { ImportProgress } from './import-options.ts';
import type { Publish } from './publish-document.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'import-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A gateway that keeps what it is given and answers a repeat as the real one does. */
function gateway(refuse: (command: PublishCommand, call: number) => object | undefined = () => undefined) {
  const published = new Map<string, { key: string; command: PublishCommand }>();
  let calls = 0;
  const publish: Publish = async (command, { idempotencyKey }) => {
    const fault = refuse(command, ++calls);
    if (fault) throw Object.assign(new Error('refused'), fault);
    const before = published.get(command.documentId);
    if (before && before.key !== idempotencyKey)
      throw Object.assign(new Error(), { code: 'VERSION_CONFLICT' });
    published.set(command.documentId, { key: idempotencyKey, command });
    return { replayed: before !== undefined };
  };
  return { publish, published, calls: () => calls };
}

const policy = (index: number, more: object = {}) => ({
  source: '旧网站',
  title: `关于第${index}项节水工作的通知`,
  documentNumber: `临水发〔2020〕${index}号`,
  url: `https://old.linlan.example/${index}.html`,
  ...more,
});

function list(name: string, ...rows: (object | string)[]): string {
  const file = join(folder, name);
  writeFileSync(file, rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join(''));
  return file;
}

const options = (files: string[], publish: Publish) => ({
  files,
  department: 'library',
  gateway: { publish, amend: () => Promise.reject(new Error('nothing to amend')) },
  rejectsPath: join(folder, 'rejects.jsonl'),
  checkpointPath: join(folder, 'checkpoint.json'),
});

const rejects = () =>
  readFileSync(join(folder, 'rejects.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { originalBase64: string; line: number; code: string });

describe('importCollection', () => {
  it('accounts for every record: imported, merged over files, rejected with its bytes', async () => {
    const broken = '{"title": "半截';
    const one = list('one.jsonl', policy(1), broken, policy(2), { source: '旧网站', title: '' });
    const two = list(
      'two.jsonl',
      policy(1, { url: 'https://mirror.example/1', validity: '失效' }),
      policy(3),
    );
    const { publish, published } = gateway();
    expect(await importCollection(options([one, two], publish))).toMatchObject({
      read: 6,
      imported: 3,
      alreadyThere: 0,
      merged: 1,
      rejected: 2,
      byCode: { MALFORMED_JSON: 1, MANDATORY_FIELD_MISSING: 1 },
      gaps: { body: 3, validity: 2 },
    });
    expect(rejects()).toMatchObject([
      { file: 'one.jsonl', line: 2, code: 'MALFORMED_JSON', pointer: '' },
      { file: 'one.jsonl', line: 4, code: 'MANDATORY_FIELD_MISSING', pointer: '/title' },
    ]);
    expect(Buffer.from(rejects()[0]?.originalBase64 ?? '', 'base64').toString()).toBe(broken);
    const merged = [...published.values()].find(
      ({ command }) => command.document.documentNumber?.sequence === 1,
    );
    expect(merged?.command.document.provenance?.sources).toMatchObject([
      { file: 'one.jsonl' },
      { file: 'two.jsonl' },
    ]);
    expect(existsSync(join(folder, 'checkpoint.json'))).toBe(false);
  });

  it('publishes nothing twice when it is run again, in another order too', async () => {
    const { publish, published } = gateway();
    const rows = [policy(1), policy(2), policy(1, { url: 'https://mirror.example/1' })];
    await importCollection(options([list('a.jsonl', ...rows)], publish));
    const ids = [...published.keys()];
    const again = await importCollection(options([list('a.jsonl', ...rows.toReversed())], publish));
    expect(again).toMatchObject({ imported: 0, alreadyThere: 2, merged: 1 });
    expect([...published.keys()]).toEqual(ids);
  });

  it('rejects all rows of a document that the gateway refuses', async () => {
    const issues = [{ pointer: '/document/title', zh: '不可用', en: 'not usable' }];
    const { publish } = gateway(({ document }) =>
      document.documentNumber?.sequence === 2 ? { code: 'SCHEMA_VIOLATION', issues } : undefined,
    );
    const file = list('a.jsonl', policy(1), policy(2), policy(2, { url: 'https://mirror.example/2' }));
    const summary = await importCollection(options([file], publish));
    expect(summary).toMatchObject({
      read: 3,
      imported: 1,
      merged: 0,
      rejected: 2,
      byCode: { SCHEMA_VIOLATION: 2 },
    });
    expect(rejects()).toMatchObject([
      { line: 2, code: 'SCHEMA_VIOLATION', pointer: '/document/title', reason: '不可用 / not usable' },
      { line: 3, code: 'SCHEMA_VIOLATION' },
    ]);
  });

  describe('at an outage', () => {
    const rows = [...Array(600).keys()].map((index) => policy(index + 1));

    it('stops resumably, rejects nothing for it, and goes on where it stopped', async () => {
      const file = list('a.jsonl', ...rows);
      let isDown = true;
      const { publish, published, calls } = gateway((command, call) => {
        if (command.document.documentNumber?.sequence === 5) return { code: 'SCHEMA_VIOLATION', issues: [] };
        return isDown && call > 450 ? { code: 'DEPENDENCY_UNAVAILABLE' } : undefined;
      });
      await expect(importCollection(options([file], publish))).rejects.toMatchObject({
        code: 'IMPORT_STOPPED',
        exitCode: 3,
        total: 600,
      });
      expect(rejects()).toHaveLength(1);
      const [before, callsBefore] = [published.size, calls()];
      isDown = false;
      const summary = await importCollection(options([file], publish));
      expect(summary).toMatchObject({
        read: 600,
        imported: 600 - 1 - before,
        alreadyThere: before,
        rejected: 1,
      });
      expect(rejects()).toMatchObject([{ line: 5, code: 'SCHEMA_VIOLATION' }]);
      expect(calls() - callsBefore).toBeLessThan(200);
    });

    it('needs no checkpoint to go on', async () => {
      const file = list('a.jsonl', ...rows);
      let isDown = true;
      const { publish, published } = gateway((_, call) =>
        isDown && call > 300 ? { code: 'NETWORK' } : undefined,
      );
      await expect(importCollection(options([file], publish))).rejects.toMatchObject({
        code: 'IMPORT_STOPPED',
      });
      rmSync(join(folder, 'checkpoint.json'));
      const before = published.size;
      isDown = false;
      const summary = await importCollection(options([file], publish));
      expect(summary).toMatchObject({ imported: 600 - before, alreadyThere: before });
    });

    it('ignores the checkpoint of another list', async () => {
      const isDown = gateway((_, call) => (call > 300 ? { code: 'NETWORK' } : undefined));
      const stopped = importCollection(options([list('a.jsonl', ...rows)], isDown.publish));
      await expect(stopped).rejects.toMatchObject({ code: 'IMPORT_STOPPED' });
      const { publish, published } = gateway();
      await importCollection(options([list('a.jsonl', ...rows.slice(1))], publish));
      expect(published.size).toBe(599);
    });

    it('stops at a signal', async () => {
      const controller = new AbortController();
      const { publish } = gateway((_, call) => {
        if (call === 20) controller.abort(new Error('Ctrl-C'));
        return undefined;
      });
      const file = list('a.jsonl', ...rows);
      const stopped = importCollection({ ...options([file], publish), signal: controller.signal });
      await expect(stopped).rejects.toThrow('Ctrl-C');
    });
  });

  it('tells how far it is, from the first byte to the last document', async () => {
    const seen: ImportProgress[] = [];
    const file = list('a.jsonl', policy(1), policy(2));
    const { publish } = gateway();
    await importCollection({
      ...options([file], publish),
      onProgress: (progress) => void seen.push(progress),
    });
    const size = readFileSync(file).length;
    expect(seen).toContainEqual({ phase: 'reading', done: size, total: size });
    expect(seen.at(-1)).toEqual({ phase: 'publishing', done: 2, total: 2 });
  });

  it('fails for a file that is not there, before anything is published', async () => {
    const { publish, calls } = gateway();
    const missing = join(folder, 'missing.jsonl');
    await expect(importCollection(options([list('a.jsonl', policy(1)), missing], publish))).rejects.toThrow(
      'ENOENT',
    );
    expect(calls()).toBe(0);
  });
});
