import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError } from '@gongwen/service-kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDepartments } from './read-departments.ts';

let directory: string;
let path: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'gongwen-departments-'));
  path = join(directory, 'departments.json');
});

afterEach(() => rmSync(directory, { recursive: true }));

const sound = {
  id: 'll-hrss',
  name: '临澜市人力资源和社会保障局',
  level: 'city',
  regionCode: '379900',
  keys: [{ id: 'cms', sha256: 'a'.repeat(64), scopes: ['documents:write'] }],
};

function problemsOf(...entries: readonly unknown[]): readonly string[] {
  writeFileSync(path, JSON.stringify(entries));
  try {
    readDepartments(path);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.problems;
  }
}

describe('the file of departments', () => {
  it('is given back as it is when it is sound', () => {
    const office = { ...sound, id: 'll-gov', issuers: ['临澜市人民政府'] };
    expect(problemsOf(sound, office)).toEqual([]);
    expect(readDepartments(path)).toEqual([sound, office]);
  });

  it.each([
    ['id', { ...sound, id: 'LL HRSS' }],
    ['name', { ...sound, name: ' ' }],
    ['level', { ...sound, level: 'planet' }],
    ['regionCode', { ...sound, regionCode: '37' }],
    ['enabled', { ...sound, enabled: 'yes' }],
    ['issuers', { ...sound, issuers: '临澜市人民政府' }],
    ['issuers', { ...sound, issuers: ['临澜市人民政府', ' '] }],
    ['keys', { ...sound, keys: [{ id: 'cms', sha256: 'secret', scopes: [] }] }],
    ['keys', { ...sound, keys: [{ ...sound.keys[0], scopes: ['everything'] }] }],
    ['id', 'll-hrss'],
  ])('names a wrong %s and its place', (field, entry) => {
    const [problem, ...others] = problemsOf(sound, entry);
    expect(problem).toContain(`[1]: `);
    expect([problem, ...others].join('\n')).toContain(field);
  });

  it('names every entry that is wrong', () => {
    expect(problemsOf({ ...sound, id: '' }, sound, { ...sound, name: '' })).toHaveLength(2);
  });

  it.each([
    ['missing', undefined],
    ['no JSON', '[{'],
    ['no list', '{}'],
  ])('is refused when it is %s', (_fault, content) => {
    if (content !== undefined) writeFileSync(path, content);
    expect(() => readDepartments(path)).toThrow(ConfigurationError);
  });
});
