import type { LocalDate } from '@gongwen/domain';
import { chineseDate, existingChinese } from './read-date.ts';

/** 本条例, 本实施细则; not 本条例第五条 or 本章, which mean a part, nor 基本法. */
const instrument = '(?<!基)本(?!条(?!例)|款|项|章|节)(?<instrument>[\\p{Script=Han}--[第自从于]]{1,8})';
/** “(原称…)”, “由全国人民代表大会通过,”: all after NFKC. */
const aside = '(?:\\([^\\(\\)]{0,60}\\))?,?(?:由[^,。]{1,30}通过,)?';
const inForce = '(?:零时)?起?(?:正式)?(?:施行|实施|执行|实行|生效)';
const sentence = new RegExp(`${instrument}${aside}[自从于]\\s*${chineseDate.source}\\s*${inForce}`, 'gv');

/**
 * The day from which a text says that it is in force: “本条例自2026年1月1日起施行”, the last such sentence. `undefined` of
 * a text that says 自公布之日起, or nothing. A decision often quotes the sentence of what it changes; only 本决定 is its own.
 */
export function statedDayOfForce(text: string, title: string): LocalDate | undefined {
  const isDecision = title.endsWith('决定');
  const own = [...text.normalize('NFKC').matchAll(sentence)].findLast(
    ({ groups }) => groups?.['instrument']?.endsWith('决定') === isDecision,
  );
  const reading = own && existingChinese(own);
  return reading?.outcome === 'date' ? reading.date : undefined;
}
