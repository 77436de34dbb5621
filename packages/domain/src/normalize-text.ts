import { Converter } from 'opencc-js/t2cn';

const toSimplified = Converter({ from: 'twp', to: 'cn' });

/**
 * One form for text that means the same: NFKC (full width → ASCII) and traditional → simplified Chinese. Both search
 * adapters index and query this form, so 軟體發展 finds 软件发展.
 */
export function normalizeText(text: string): string {
  const compatible = text.normalize('NFKC');
  return /[\u3400-\u9fff]/.test(compatible) ? toSimplified(compatible) : compatible;
}
