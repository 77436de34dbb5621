import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decide } from '@gongwen/domain';
import { type AmendCommand, type PublishCommand, isAmendCommand, isPublishCommand } from '@gongwen/schemas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCollection } from './import-collection.ts';
import { mapRecord } from './mapping/recognize.ts';
import { isChange } from './mapping/law-history.ts';
import { isDocumentNumber } from './mapping/read-title.ts';
import { isStartOfLaw } from './mapping/start-of-law.ts';
import { readRecords } from './records/read-records.ts';

// real lists, which stay outside of the repository
const data = new URL('../../../../../shared/data/', import.meta.url);
const laws = ['laws-national', 'laws-beijing', 'laws-shandong'].map(fileOf);
const decisions = [fileOf('decisions')];
const policies = [fileOf('policies')];
const isThere = [...laws, ...policies, ...decisions].every((file) => existsSync(file));
const timeout = 20_000;
const waitedForYears = ['中华人民共和国澳门特别行政区基本法', '中华人民共和国香港特别行政区基本法'];

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'import-data-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string): string {
  return new URL(`${name}.jsonl.gz`, data).pathname;
}

const context = {
  department: { id: 'library', name: '临澜市政府文件库', level: 'city', regionCode: '990100' },
  today: '2026-06-15',
} as const;

/** Imports through the same checks as the gateway’s: the schema, then the decision on a new document. */
async function importAll(files: string[]) {
  const commands = new Map<string, PublishCommand>();
  const amendments: { documentId: string; command: AmendCommand }[] = [];
  const faults: unknown[] = [];
  const summary = await importCollection({
    files,
    department: 'library',
    rejectsPath: join(folder, 'rejects.jsonl'),
    checkpointPath: join(folder, 'checkpoint.json'),
    gateway: {
      amend: async (documentId, command) => {
        if (!isAmendCommand(command)) faults.push({ command, errors: isAmendCommand.errors });
        amendments.push({ documentId, command });
      },
      publish: async (command) => {
        const { documentId } = command;
        const decision = decide(undefined, { name: 'publish', documentId, body: command }, context);
        const isFine =
          isPublishCommand(command) && decision.outcome === 'accepted' && !commands.has(documentId);
        if (!isFine) faults.push({ command, decision, errors: isPublishCommand.errors });
        commands.set(documentId, command);
        return { replayed: false };
      },
    },
  });
  const rejects = readFileSync(join(folder, 'rejects.jsonl'), 'utf8').split('\n').length - 1;
  return { commands: [...commands.values()], amendments, faults, summary, rejects };
}

async function idsOf(files: string[]): Promise<string[]> {
  const { commands } = await importAll(files);
  return commands.map(({ documentId }) => documentId).toSorted();
}

describe.runIf(isThere)('the shared data', () => {
  it('imports every law, two versions of one text as one document', { timeout }, async () => {
    const { commands, amendments, faults, summary, rejects } = await importAll(laws);
    expect(faults).toEqual([]);
    expect(summary).toMatchObject({ read: 1678, imported: 1599, merged: 79, rejected: 0 });
    expect(rejects).toBe(0);
    expect(commands.every(({ document }) => document.body !== undefined)).toBe(true);
    const ended = commands.filter(({ document }) => document.provenance?.statedValidity?.state === 'ended');
    // of 52 + 15 that the collections call ended, these are older versions of what is in force
    expect(ended).toHaveLength(52 + 15 - 19);
    expect(amendments).toHaveLength(75);
  });

  it('imports every policy, the same document of several rows once', { timeout }, async () => {
    const { commands, faults, summary } = await importAll(policies);
    expect(faults).toEqual([]);
    expect(summary.read).toBe(3346);
    expect(summary).toMatchObject({ imported: 3054, merged: 292, rejected: 0 });
    const assignments = commands.filter(({ document }) =>
      document.title.endsWith('《政府工作报告》重点工作部门分工的意见'),
    );
    const numbers = new Set(assignments.flatMap(({ document }) => document.documentNumber?.canonical ?? []));
    expect(numbers.size).toBe(9); // one title, a document a year
  });

  it('imports every decision, and clauses into the law that they stand in', { timeout }, async () => {
    const { commands, faults, summary } = await importAll([...laws, ...decisions]);
    expect(faults).toEqual([]);
    expect(summary).toMatchObject({ read: 1678 + 748, rejected: 0 });
    const decided = commands.filter(({ document }) => document.docClass === 'lifecycle_decision');
    expect(decided).toHaveLength(10 + 5 + 388 - 32); // 32 are the same decision, once with 〈〉 and once with <>;
    expect(commands).toHaveLength(1599 - 1 + decided.length); // one decision is among the laws, too
  });

  it('ends what a law replaces on the law’s day of force', { timeout }, async () => {
    const { commands } = await importAll([...laws, ...decisions]);
    const daysOf = (title: string) =>
      commands.flatMap(({ document: { relations = [] } }) =>
        relations.filter(({ target }) => target.title === title).map(({ effectiveOn }) => effectiveOn),
      );
    expect(daysOf('中华人民共和国增值税暂行条例')).toContain('2026-01-01');
    expect(daysOf('中华人民共和国进出口关税条例')).toContain('2024-12-01');
    expect(daysOf('中华人民共和国学位条例')).toContain('2025-01-01');
    expect(daysOf('人体器官移植条例')).toContain('2024-05-01');
    expect(daysOf('煤矿安全监察条例')).toContain('2024-05-01');
    expect(daysOf('中华人民共和国预备役军官法')).toContain('2023-03-01');
    expect(daysOf('北京市动物防疫条例')).toContain('2025-01-01');
  });

  it('begins a law on the day that its text states, unless that is a revision’s', { timeout }, async () => {
    let [stated, unlike] = [0, 0];
    for (const file of laws) {
      for await (const record of readRecords(file)) {
        const mapped = mapRecord(record, 'laws');
        if (mapped.outcome === 'rejected' || mapped.draft.statedFrom === undefined) continue;
        const { content, statedFrom } = mapped.draft;
        if (content.history?.some(isChange)) continue;
        stated++;
        if (content.effectiveFrom !== statedFrom) unlike++;
      }
    }
    expect(stated).toBe(718);
    expect(unlike).toBe(2); // their text is a revision that no line of the history tells
  });

  it('begins no law with its newest revision because another list does', { timeout }, async () => {
    const { commands } = await importAll([...laws, ...policies]);
    const late = commands.flatMap(({ document: { title, effectiveFrom, history = [] } }) => {
      const isLate = effectiveFrom !== undefined && !isStartOfLaw(effectiveFrom, history);
      return isLate ? [title] : [];
    });
    expect(late).toEqual(waitedForYears);
    const startOf = (title: string) =>
      commands.find(({ document }) => document.title === title)?.document.effectiveFrom;
    expect(startOf('中华人民共和国行政处罚法')).toBeUndefined(); // the text held is a revision’s
    expect(startOf('中华人民共和国行政复议法')).toBe('1999-10-01');
    expect(startOf('中华人民共和国行政诉讼法')).toBe('1990-10-01');
  });

  it('does not depend on the order of the files', { timeout }, async () => {
    const all = [...laws, ...policies];
    expect(await idsOf(all.toReversed())).toEqual(await idsOf(all));
  });

  it('finds the number in all titles that hold one', { timeout }, async () => {
    let [titles, without] = [0, 0];
    const missed: string[] = [];
    for await (const record of readRecords(policies[0] ?? '')) {
      const mapped = mapRecord(record, 'policies');
      const { sourceFile } =
        'value' in record ? (record.value as { sourceFile: string }) : { sourceFile: '' };
      if (!sourceFile.includes('发改委') || mapped.outcome === 'rejected') continue;
      titles++;
      const { documentNumber, title } = mapped.draft.content;
      if (documentNumber) continue;
      without++;
      if (title.split(/[()（） ]/).some((part) => /\d/.test(part) && isDocumentNumber(part)))
        missed.push(title);
    }
    expect(titles).toBe(2325);
    expect(missed).toEqual([]);
    // the data’s own page counts 114 by a simple pattern, which takes the plot “五号地块” in one title for a number
    expect(without).toBe(115);
  });
});
