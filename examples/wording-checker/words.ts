export interface Wording {
  readonly word: string;
  readonly suggestion: string;
  /** `refuse`: no text goes out with it; `warn`: it goes out, and the hit is kept with it. */
  readonly severity: 'refuse' | 'warn';
}

/** A start: what the city of 临澜 must never misspell, and what is often misspelt. */
export const words: readonly Wording[] = [
  { word: '临谰市', suggestion: '临澜市', severity: 'refuse' },
  { word: '临澜市人民政俯', suggestion: '临澜市人民政府', severity: 'refuse' },
  { word: '澜川区人民政府', suggestion: '澜川县人民政府', severity: 'refuse' },
  { word: '按装', suggestion: '安装', severity: 'refuse' },
  { word: '报导', suggestion: '报道', severity: 'warn' },
  { word: '帐户', suggestion: '账户', severity: 'warn' },
  { word: '其它', suggestion: '其他', severity: 'warn' },
  { word: '登陆网站', suggestion: '登录网站', severity: 'warn' },
];
