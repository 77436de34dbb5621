import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultGates } from '@gongwen/domain';
import { afterAll, describe, expect, it } from 'vitest';
import { readGates } from './read-gates.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongwen-gates-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(content: string): string {
  const path = join(folder, 'gates.json');
  writeFileSync(path, content);
  return path;
}

describe('the file of gates', () => {
  it('may be none, then the default holds', () => {
    expect(readGates('')).toBe(defaultGates);
  });

  it('may be the one of docs/lifecycle.md', () => {
    const page = readFileSync(new URL('../../../docs/lifecycle.md', import.meta.url), 'utf8');
    const [, example = ''] = /```json\n(\[.*?)```/s.exec(page) ?? [];
    expect(readGates(fileOf(example))).toEqual(JSON.parse(example));
  });

  it.each([
    ['no JSON', '[{'],
    ['a gate that nobody knows', '[{ "gates": ["magic"] }]'],
    ['a command that brings no text', '[{ "on": ["repeal"], "gates": [] }]'],
  ])('is refused with %s, by its name', (_what, content) => {
    expect(() => readGates(fileOf(content))).toThrow(/gates\.json/);
  });

  it('is refused when it is not there', () => {
    expect(() => readGates(join(folder, 'none.json'))).toThrow(/none\.json/);
  });
});
