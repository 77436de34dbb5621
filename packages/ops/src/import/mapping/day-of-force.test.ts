import { describe, expect, it } from 'vitest';
import { statedDayOfForce } from './day-of-force.ts';

const title = '临澜市供水条例';

describe('statedDayOfForce', () => {
  it.each([
    ['第九条 本条例自2026年1月1日起施行。《临澜市节水办法》同时废止。', '2026-01-01'],
    ['第九条 本条例自２０２６年１月１日起施行。', '2026-01-01'],
    ['第九条 本条例自一九八四年九月十日起实行。', '1984-09-10'],
    ['第九条 本条例从2003年 5月1 日零时起正式生效。', '2003-05-01'],
    ['第九条 本法自1986年10月1日施行。', '1986-10-01'],
    ['第九条 本法（原称《供水暂行条例》）自2001年1月1日起施行。', '2001-01-01'],
    ['第九条 本法由全国人民代表大会通过，自1985年1月1日起施行。', '1985-01-01'],
    ['九、本实施细则于2001年1月1日起执行。', '2001-01-01'],
    ['第八条 本条例自2001年1月1日起施行以来的许可。\n第九条 本条例自2002年1月1日起施行。', '2002-01-01'],
  ])('reads “%s”', (text, day) => {
    expect(statedDayOfForce(text, title)).toBe(day);
  });

  it.each([
    '第九条 本条例自公布之日起施行。',
    '第九条 2006年1月1日起施行的《临澜市节水办法》同时废止。',
    '第九条 《临澜市节水办法》自2006年1月1日起施行。',
    '第九条 事业单位最迟应当自1997年5月1日起施行。',
    '第九条 本条例第五条自2026年1月1日起施行。',
    '第九条 本章自2026年1月1日起施行。',
    '第九条 依照特别行政区基本法自1997年7月1日起实施的制度。',
    '第九条 本条例自2026年2月30日起施行。',
  ])('finds no day of the text in “%s”', (text) => {
    expect(statedDayOfForce(text, title)).toBeUndefined();
  });

  it('takes of a decision its own day and not that of what it quotes, and of a law not that of a decision', () => {
    const text = '本决定自2021年3月1日起施行。\n附：第九条 本条例自2020年1月1日起施行。';
    expect(statedDayOfForce(text, '关于修改《临澜市供水条例》的决定')).toBe('2021-03-01');
    expect(statedDayOfForce(text, title)).toBe('2020-01-01');
  });
});
