import { plain } from './find-table.ts';

/** 清理结论: what the decision does to a document, as a type of relation; `kept` is 继续有效. */
export type Conclusion = 'repeals' | 'declares_lapsed' | 'amends' | 'kept';

const words: readonly (readonly [Conclusion, RegExp])[] = [
  ['kept', /^(?:继续有效|继续执行|保留|有效|现行有效)$/],
  ['declares_lapsed', /^(?:予以)?(?:宣布)?失效$/],
  ['repeals', /^(?:予以|决定)?废止$/],
  // 拟修改 and 需修改 announce another decision
  ['amends', /^(?:予以|决定)?(?:修改|修订|修正)$/],
];

/** Reads a cell. Whatever is not exactly one of the conclusions is none. */
export function readConclusion(cell: string): Conclusion | undefined {
  const text = plain(cell).replace(/[。;]$/, '');
  return words.find(([, pattern]) => pattern.test(text))?.[0];
}

const headingWords: Readonly<Record<string, Conclusion>> = {
  继续有效: 'kept',
  失效: 'declares_lapsed',
  废止: 'repeals',
  修改: 'amends',
};

/** Reads a heading (“一、决定废止的文件目录”), which speaks for the rows below it if it names one conclusion only. */
export function conclusionOfHeading(heading: string): Conclusion | undefined {
  const found = Object.entries(headingWords).filter(([word]) => heading.includes(word));
  return found.length === 1 ? found[0]?.[1] : undefined;
}
