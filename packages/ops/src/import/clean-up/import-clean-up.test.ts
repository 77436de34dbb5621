import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decide } from '@gongwen/domain';
import { type PublishCommand, isPublishCommand } from '@gongwen/schemas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { DecisionFacts } from './decision-facts.ts';
import { importCleanUp } from './import-clean-up.ts';

const sample = new URL('../../../samples/clean-up-list.csv', import.meta.url).pathname;
const facts = { title: '关于清理文件的决定', issuer: '临澜市人民政府', issuedOn: '2024-06-28' };
const header = ['序号', '文件名称', '发文字号', '清理结论'];

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'clean-up-'))));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(file: string, given: Partial<DecisionFacts> = facts) {
  const commands: PublishCommand[] = [];
  const rejectsPath = join(folder, 'rejects.jsonl');
  const summary = await importCleanUp({
    file,
    facts: given,
    department: 'library',
    rejectsPath,
    publish: async (command) => {
      commands.push(command);
      return { replayed: commands.length > 1 };
    },
  });
  const rejects = readFileSync(rejectsPath, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map(
      (line) => JSON.parse(line) as { line: number; code: string; reason: string; originalBase64: string },
    );
  expect(summary.read).toBe(summary.targets + summary.kept + summary.rejected);
  return { summary, rejects, command: commands[0]!, relations: commands[0]?.document.relations ?? [] };
}

function csv(...rows: (readonly string[])[]): string {
  return written(rows.map((row) => row.join(',')).join('\n'));
}

function written(content: string | Uint8Array): string {
  const file = join(folder, 'list.csv');
  writeFileSync(file, content);
  return file;
}

async function workbook(
  ...sheets: { name: string; rows: readonly (readonly (string | number | Date)[])[] }[]
) {
  const file = join(folder, 'list.xlsx');
  const pages = sheets.map(({ name, rows }) => ({ sheet: name, data: rows.map((row) => row.map(toCell)) }));
  await writeXlsxFile(pages).toFile(file);
  return file;
}

const toCell = (value: string | number | Date) =>
  value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : { value };

describe('importCleanUp', () => {
  it('makes one decision of a list, its facts from the lines above the table', async () => {
    const { summary, command, rejects } = await run(sample, {});
    expect(summary).toMatchObject({ read: 7, targets: 4, kept: 1, rejected: 2, outcome: 'imported' });
    expect(summary.byType).toEqual({ repeals: 1, declares_lapsed: 2, amends: 1 });
    expect(command.document).toMatchObject({
      docClass: 'lifecycle_decision',
      title: '临澜市人民政府关于公布政府规范性文件清理结果的决定',
      documentNumber: { canonical: '临政发〔2024〕9号' },
      issuers: [{ name: '临澜市人民政府' }],
      issuedOn: '2024-06-28',
    });
    expect(command.document.relations).toEqual([
      {
        type: 'repeals',
        target: {
          number: '临政发〔2009〕31号',
          title: '临澜市城镇居民用水阶梯价格管理办法',
          issuer: '临澜市人民政府',
          issuedOn: '2009-08-03',
        },
        effectiveOn: '2024-06-28',
        scope: '被新规定替代',
      },
      {
        type: 'declares_lapsed',
        target: expect.objectContaining({ number: '临政办发〔2015〕12号', title: '临澜市社区食堂管理办法' }),
        effectiveOn: '2024-06-28',
        reasonCode: 'period_passed',
      },
      {
        type: 'declares_lapsed',
        target: expect.objectContaining({
          number: '临政办字〔2014〕77号',
          title: '关于开展黄标车淘汰补贴工作的通知',
        }),
        effectiveOn: '2024-06-28',
        reasonCode: 'task_completed',
      },
      {
        type: 'amends',
        target: expect.objectContaining({ number: '临政发〔2018〕5号' }),
        effectiveOn: '2024-06-28',
      },
    ]);
    expect(rejects).toMatchObject([
      { line: 10, code: 'SCHEMA_VIOLATION' },
      { line: 11, code: 'MANDATORY_FIELD_MISSING' },
    ]);
    expect(Buffer.from(rejects[0]!.originalBase64, 'base64').toString()).toBe(
      '6,临澜市燃气安全管理规定,临政发〔2016〕8号,临澜市人民政府,2016-05-09,待定,',
    );
    const { documentId } = command;
    expect(isPublishCommand(command)).toBe(true);
    const context = {
      department: { id: 'library', name: '文件资料库', level: 'city', regionCode: '379900' },
      today: '2026-06-15',
    } as const;
    expect(decide(undefined, { name: 'publish', documentId, body: command }, context).outcome).toBe(
      'accepted',
    );
  });

  it('lets the given facts win, and takes the day of effect from them', async () => {
    const { command, relations } = await run(sample, { title: '另一决定', effectiveOn: '2024年8月1日' });
    expect(command.document).toMatchObject({
      title: '另一决定',
      issuedOn: '2024-06-28',
      effectiveFrom: '2024-08-01',
    });
    expect(new Set(relations.map(({ effectiveOn }) => effectiveOn))).toEqual(new Set(['2024-08-01']));
  });

  it('gives the same id and key when it is run again', async () => {
    const [one, two] = [await run(sample, {}), await run(sample, {})];
    expect(one.command).toEqual(two.command);
  });

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFF标题,清理结论\n一号文件,废止\n')],
    ['UTF-16 with tabs', Buffer.from('\uFEFF标题\t清理结论\n一号文件\t废止\n', 'utf16le')],
    // 标题,清理结论 / 一号文件,废止
    ['GB 18030', Buffer.from('b1eaccE22cc7e5c0edbde1c2db0ad2bbbac5cec4bcfe2cb7cfd6b90a', 'hex')],
  ])('reads %s', async (_, bytes) => {
    expect((await run(written(bytes))).relations).toMatchObject([
      { type: 'repeals', target: { title: '一号文件' } },
    ]);
  });

  it('reads a workbook: merged titles above, columns in any order, dates, numbers, several sheets', async () => {
    const file = await workbook(
      { name: '说明', rows: [['本目录由市司法局汇总']] },
      {
        name: '废止',
        rows: [
          ['临澜市人民政府关于废止和宣布失效部分文件的决定'],
          ['发文机关', '临澜市人民政府', '成文日期', new Date('2024-06-28T00:00:00Z')],
          ['文号', '名称', '印发日期', '序号'],
          ['临政发〔2009〕31号', '供水办法', new Date('2009-08-03T00:00:00Z'), 1],
          ['文号', '名称', '印发日期', '序号'],
          ['临政发〔2010〕2号', '供热办法', '2010.1.5', 2],
        ],
      },
      {
        name: '宣布失效',
        rows: [
          ['名称', '文号'],
          ['停车办法', '临政发〔2011〕4号'],
        ],
      },
    );
    const { summary, command, relations } = await run(file, {});
    expect(command.document).toMatchObject({ issuedOn: '2024-06-28', issuers: [{ name: '临澜市人民政府' }] });
    expect(relations.map(({ type, target }) => [type, target.title, target.issuedOn])).toEqual([
      ['repeals', '供水办法', '2009-08-03'],
      ['repeals', '供热办法', '2010-01-05'],
      ['declares_lapsed', '停车办法', undefined],
    ]);
    expect(summary).toMatchObject({ read: 3, targets: 3, otherSheets: ['说明'] });
  });

  it('takes the conclusion of the heading above a row that has none', async () => {
    const list = csv(
      ['序号', '文件名称', '文号'],
      ['一、决定废止的文件（1件）'],
      ['1', '供水办法', '临政发〔2009〕31号'],
      ['二、宣布失效的文件（1件）'],
      ['2', '停车办法', '临政发〔2011〕4号'],
    );
    const { relations, summary } = await run(list);
    expect(relations.map(({ type }) => type)).toEqual(['repeals', 'declares_lapsed']);
    expect(summary.read).toBe(2);
  });

  it('takes no title for a heading, and no heading for the conclusion of a row that has its own', async () => {
    const list = csv(
      ['临澜市人民政府关于废止部分文件的决定'],
      ['文件名称', '文号', '清理结论'],
      ['供水办法', '', '宣布失效'],
      ['关于公布废止文件目录'],
      ['一、废止的文件（1件）'],
      ['停车办法', '临政发〔2011〕4号', ''],
    );
    const { summary, rejects } = await run(list);
    expect(summary).toMatchObject({ read: 3, targets: 1, rejected: 2 });
    expect(rejects.map(({ line }) => line)).toEqual([4, 6]);
  });

  it('rejects what it cannot read, and the second row of one document', async () => {
    const list = csv(
      header,
      ['1', '供水办法', '临政发〔2009〕31号', '废止'],
      ['2', '供热办法', '临政发〔2010〕2号', '拟修改'],
      ['3', '停车办法', '临政发〔2011〕4号', ''],
      [],
      ['4', '供水办法', '临政发[2009]31号', '继续有效'],
      ['合计', '', '', '4'],
    );
    const { rejects, summary } = await run(list);
    expect(summary).toMatchObject({ read: 5, targets: 1, kept: 0, rejected: 4 });
    expect(rejects.map(({ line }) => line)).toEqual([3, 4, 6, 7]);
    expect(rejects[2]?.reason).toContain('第 2 行');
  });

  it('reads cells with line breaks and counts their lines', async () => {
    const { rejects } = await run(written('标题,清理结论\n"供水\n办法",废止\n停车办法,不详\n'));
    expect(rejects).toMatchObject([{ line: 4 }]);
  });

  it('reads 5 000 rows', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => [
      String(index),
      `关于第${index}项工作的通知`,
      `临政发〔2001〕${index + 1}号`,
      '宣布失效',
    ]);
    const { summary, command } = await run(csv(header, ...rows));
    expect(summary.targets).toBe(5000);
    expect(isPublishCommand(command)).toBe(true);
  });

  it.each([
    ['no header', () => written('一,二\n三,四\n'), facts, '表头'],
    ['an old workbook', () => written(Buffer.from('d0cf11e0a1b11ae1', 'hex')), facts, '.xlsx'],
    ['a broken workbook', () => written(Buffer.from('PK\u0003\u0004 broken')), facts, '.xlsx'],
    ['nothing to act on', () => csv(header, ['1', '供水办法', '', '继续有效']), facts, '0 件'],
    ['no title of the decision', () => csv(header), { ...facts, title: undefined! }, '--title'],
    ['no day of issue', () => csv(header), { ...facts, issuedOn: '昨天' }, '--issued-on'],
  ])('fails for %s, and says what to do', async (_, file, given, message) => {
    await expect(run(file(), given)).rejects.toThrow(message);
  });
});
