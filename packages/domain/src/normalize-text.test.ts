import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeText } from './normalize-text.ts';

describe('normalizeText', () => {
  it.each([
    ['軟體發展', '软件发展'],
    ['呼政辦發', '呼政办发'],
    ['規範與舉措', '规范与举措'],
    ['檔案館', '档案馆'],
    ['ＡＢＣ　１２３', 'ABC 123'],
    ['（试行）', '(试行)'],
    ['㈱ ﬁ', '(株) fi'],
    ['plain text', 'plain text'],
    ['', ''],
  ])('gives %s the form %s', (text, expected) => {
    expect(normalizeText(text)).toBe(expected);
  });

  it.each(['文件', '程序', '支援', '行程', '资料', '干部', '软体动物', '临澜市青年就业见习管理办法'])(
    'leaves %s as it is',
    (text) => {
      expect(normalizeText(text)).toBe(text);
    },
  );

  it('changes nothing the second time', () => {
    const words = fc.constantFrom(
      ...'軟體程式序檔案文件資料位元網路支援行發髮后後里裡臺台乾干著办〔〕（１A 人工智慧动物',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), (characters) => {
        const once = normalizeText(characters.join(''));
        expect(normalizeText(once)).toBe(once);
      }),
      { numRuns: 3000, seed: 7 },
    );
  });
});
