import { defaultData } from './config.ts';

/** Options that nearly every command has. */
export const dataOption = [
  '--data <directory>',
  '数据目录 / data directory (GONGWEN_DATA)',
  defaultData(),
] as const;
export const jsonOption = ['--json', '以 JSON 输出 / print JSON'] as const;
