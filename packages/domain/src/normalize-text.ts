import { toSimplified } from './traditional-characters.ts';

/** Words of Taiwan that mean nothing else on the mainland. */
const mainlandWords: Readonly<Record<string, string>> = {
  软体: '软件',
  硬体: '硬件',
  网路: '网络',
  程式: '程序',
  人工智慧: '人工智能',
};
const taiwanWord = new RegExp(`(?:${Object.keys(mainlandWords).join('|')})(?!动物|家具|机器人)`, 'g');

/**
 * One form for text that means the same: NFKC (full width → ASCII) and traditional → simplified Chinese. Both search
 * adapters index and query this form, so 軟體發展 finds 软件发展. Idempotent.
 */
export function normalizeText(text: string): string {
  const compatible = text.normalize('NFKC');
  if (!/[\u3400-\u9fff]/.test(compatible)) return compatible;
  return toSimplified(compatible).replaceAll(taiwanWord, (word: string) => mainlandWords[word] ?? word);
}
