import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocumentNumber } from './document-number.ts';

// prettier-ignore
const spellings: Record<string, string[]> = {
  '临政发〔2025〕4号': [
    '临政发〔2025〕4号', '临政发[2025]4号', '临政发【2025】4号', '临政发〖2025〗4号', '临政发﹝2025﹞4号', '临政发［2025］4号',
    '临政发（2025）4号', '临政发(2025)4号', '临政发{2025}4号', '临政发｛2025｝4号', '临政发(2025）4号', '临政发〔２０２５〕４号',
    '臨政發〔2025〕4號', '临政发〔2025〕04号', '临政发〔2025〕00004号', '临政发〔2025〕第4号', '临政发〔2025〕第004号',
    ' 临政发〔2025〕4号 ', '临政发 〔2025〕 4 号', '临政发〔 2025 〕4号', '临政发〔2025年〕4号', '临政发　〔2025〕4号', '（临政发〔2025〕4号）',
    '文号：临政发〔2025〕4号', '(臨政發【２０２５】第０４號)',
  ],
  '临澜市人民政府令第37号': [
    '临澜市人民政府令第37号', '临澜市人民政府令37号', '临澜市人民政府第37号令', '临澜市人民政府令 第037号', '臨瀾市人民政府令第37號', '临澜市人民政府令第３７号',
  ],
  '市政府令第114号': ['市政府令第114号', '市政府第114号令'],
  '国令第843号': ['国令第843号', '國令第843號'],
  '市政府令、市军分区令第61号': ['市政府令、市军分区令第61号'],
  '市财政局市税务局公告2019年第39号': [
    '市财政局市税务局公告2019年第39号', '市财政局市税务局公告 2019 年第 39 号', '市财政局市税务局公告2019年39号', '市财政局市税务局公告〔2019〕39号',
    '市财政局市税务局公告〔2019〕第039号', '市財政局市稅務局公告2019年第39號',
  ],
  '市财政局、市税务局公告2019年第8号': ['市财政局、市税务局公告2019年第8号'],
  '鲁〔1983〕90号': ['鲁〔1983〕90号', '魯[1983]90號'],
};
const pairs = Object.entries(spellings).flatMap(([canonical, raws]) =>
  raws.map((raw) => [raw, canonical] as const),
);

describe('parseDocumentNumber', () => {
  it.each(pairs)(
    'number with each bracket kind, full-width, traditional, padded, 第: reads %j as %s',
    (raw, canonical) => {
      expect(parseDocumentNumber(raw)).toMatchObject({ raw, canonical });
    },
  );

  it.each([
    ['临政办发〔2025〕12号', { form: 'agency_year', agencyCode: '临政办发', year: 2025, sequence: 12 }],
    ['临澜市人民政府令第37号', { form: 'order', agencyCode: '临澜市人民政府', sequence: 37 }],
    ['市财政局公告2019年第39号', { form: 'announcement', agencyCode: '市财政局', year: 2019, sequence: 39 }],
    ['临政发〔1999〕99999号', { form: 'agency_year', year: 1999, sequence: 99999 }],
  ])('takes %s apart', (raw, parts) => {
    expect(parseDocumentNumber(raw)).toMatchObject(parts);
  });

  // prettier-ignore
  it.each([
    '临政办发〔202526', '〔2024〕—2 号', '〔2007〕第1号', '第1号', '2016年第1号', '2020年3月11日', '（２００３年６月２５日）', '临政发〔2025〕号',
    '临政发〔2025〕0号', '临政发〔2025〕123456号', '临政发〔1825〕4号', '临政发〔25〕4号', '临政发2025第4号', '临政发〔2025〕4', '绿化通报 2008年第1期',
    '无', '—', 'LZF-2025-4',
  ])('leaves %j free', (raw) => {
    const number = parseDocumentNumber(raw);
    expect(number).toEqual({ raw, canonical: expect.any(String), form: 'free' });
    expect(number.canonical).not.toBe('');
  });

  it('always has a canonical form that the schema takes', () => {
    expect(parseDocumentNumber(' ').canonical).toBe(' ');
    expect([...(parseDocumentNumber('ﷺ'.repeat(1000)).canonical ?? '')].length).toBeLessThanOrEqual(1000);
  });

  it('reads its own canonical form as itself', () => {
    const character = fc.constantFrom(
      ...'临政發发令公告第年号號〔〕[]（）【】 、0123456789２０２５檔程式軟體文号：',
    );
    const assembled = fc
      .tuple(
        fc.constantFrom('临政发', '臨政辦發', '市政府令', '市财政局公告'),
        fc.constantFrom('〔2025〕', '[1999]', '2019年', ''),
        fc.constantFrom('', '第', '第0'),
        fc.nat(100_000),
        fc.constantFrom('号', '號', '号令'),
      )
      .map((parts) => parts.join(''));
    const any = fc.oneof(
      assembled,
      fc.array(character, { maxLength: 20 }).map((parts) => parts.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(any, (raw) => {
        const { raw: _raw, ...once } = parseDocumentNumber(raw);
        const { raw: _canonical, ...twice } = parseDocumentNumber(once.canonical ?? '');
        expect(twice).toEqual(once);
      }),
      { numRuns: 5000, seed: 7 },
    );
  });

  const data = new URL('../../../../shared/data/', import.meta.url);
  it.runIf(existsSync(data))('reads most of the numbers of real collections', () => {
    const numbers = realNumbers(data);
    const free = numbers.filter((raw) => parseDocumentNumber(raw).form === 'free');
    expect(numbers.length).toBeGreaterThan(2000);
    expect(1 - free.length / numbers.length).toBeGreaterThan(0.97);
    for (const raw of numbers) {
      const { canonical = '' } = parseDocumentNumber(raw);
      expect(parseDocumentNumber(canonical).canonical, raw).toBe(canonical);
    }
  });
});

/** The number columns, and the numbers in parentheses at the end of titles. */
function realNumbers(folder: URL): string[] {
  const rows = gunzipSync(readFileSync(new URL('policies.jsonl.gz', folder)))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { documentNumber?: string | null; title?: string });
  const found = rows.flatMap(({ documentNumber, title }) => [documentNumber?.trim(), fromTitle(title)]);
  return [...new Set(found.filter((text) => text !== undefined && text !== ''))] as string[];
}

function fromTitle(title = ''): string | undefined {
  return /[（(﹙]([^（(﹙）)﹚]*[〔[﹝【][^（(﹙]*[号號])[）)﹚]\s*$/u.exec(title)?.[1];
}
