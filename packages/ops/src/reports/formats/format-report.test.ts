import { expect, it } from 'vitest';
import type { Report } from '../report.ts';
import { formatReport } from './format-report.ts';

const report: Report = {
  title: { zh: '文件统计', en: 'Counts' },
  columns: [
    { key: 'title', zh: '标题' },
    { key: 'count', zh: '件数' },
  ],
  rows: [
    { title: '供水办法', count: 2, code: 'x' },
    { title: '=HYPERLINK("http://evil.example")', count: 1, code: 'y' },
    { title: '<script>alert(1)</script>', count: 0, code: 'z' },
  ],
  counts: { published: 3 },
};

it('aligns Chinese in a table', async () => {
  const lines = (await formatReport({ ...report, rows: report.rows.slice(0, 1) }, 'table')).split('\n');
  expect(lines.slice(2, 5)).toEqual(['标题      件数', '────────  ────', '供水办法  2']);
});

it('lets no title steer the terminal', async () => {
  const table = await formatReport({ ...report, rows: [{ title: '办法\u001B[2J', count: 1 }] }, 'table');
  expect(table).not.toContain('\u001B');
});

it('cuts long cells in a table only', async () => {
  const long = { ...report, rows: [{ title: '长'.repeat(60), count: 1 }] };
  expect(await formatReport(long, 'table')).toContain(`${'长'.repeat(21)}…  1`);
  expect(await formatReport(long, 'csv')).toContain('长'.repeat(60));
});

it('writes CSV that Excel reads as Chinese and runs nothing of', async () => {
  const csv = await formatReport(report, 'csv');
  expect(csv.startsWith('\uFEFF标题,件数\r\n供水办法,2\r\n')).toBe(true);
  expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")",1`);
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)'])('puts an apostrophe before %s', async (title) => {
  expect(await formatReport({ ...report, rows: [{ title, count: 1 }] }, 'csv')).toContain(`\n'${title},1`);
});

it('writes a page that runs nothing and names its columns', async () => {
  const page = await formatReport(report, 'html');
  expect(page).toContain('&lt;script&gt;');
  expect(page).not.toMatch(/<script|<link|src=/);
  expect(page).toContain('<th scope="col">标题</th>');
  expect(page).toMatch(/<caption>\s*文件统计/);
  expect(page).toContain('<td class="number">2</td>');
});

it('gives machines the codes too', async () => {
  expect(JSON.parse(await formatReport(report, 'json'))).toEqual(report);
});
