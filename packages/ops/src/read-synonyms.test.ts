import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSynonyms } from './read-synonyms.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongwen-synonyms-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(content: string): string {
  const path = join(folder, 'synonyms.json');
  writeFileSync(path, content);
  return path;
}

describe('the file of synonyms', () => {
  it('is groups of names', () => {
    expect(readSynonyms(fileOf('[["临澜审批局", "临澜市行政审批服务局"]]'))).toEqual([
      ['临澜审批局', '临澜市行政审批服务局'],
    ]);
  });

  it('may be none', () => {
    expect(readSynonyms('')).toEqual([]);
  });

  it.each([
    ['no JSON', '['],
    ['an object', '{}'],
    ['a name alone', '[["人社局"]]'],
    ['too many names', JSON.stringify([Array.from({ length: 9 }, (_, at) => `名称${at}`)])],
    ['one character', '[["局", "人社局"]]'],
    ['two words', '[["人社 局", "人社局"]]'],
    ['no text', '[["人社局", 7]]'],
  ])('is refused with %s', (_, content) => {
    expect(() => readSynonyms(fileOf(content))).toThrow(/synonyms\.json/);
  });
});
