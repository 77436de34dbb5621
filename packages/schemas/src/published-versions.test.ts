import { describe, expect, it } from 'vitest';
import { currentLock, lockFaults, readLock, readSchemas } from '../scripts/published-lock.ts';

const text = { type: 'string', maxLength: 10 };
const example = (definitions: object, more: object = {}) =>
  new Map<string, unknown>([
    ['common.v1.schema.json', { $defs: definitions }],
    ['a.v1.schema.json', { properties: { x: { $ref: 'common.v1.schema.json#/$defs/Outer' } }, ...more }],
  ]);
const before = example({ Outer: { items: { $ref: '#/$defs/Inner' } }, Inner: text });

describe('published versions', () => {
  it('stand as they were published', async () => {
    expect(lockFaults(await readLock(), currentLock(await readSchemas()))).toEqual([]);
  });

  it('ask for a new version when a definition changes that they use at second hand', () => {
    const after = example({ Outer: { items: { $ref: '#/$defs/Inner' } }, Inner: { ...text, maxLength: 9 } });
    expect(lockFaults(currentLock(before), currentLock(after))).toEqual([
      'a.v1.schema.json was published and has changed: restore it and write a new version',
    ]);
  });

  it('do not mind new definitions, nor the order of keys', () => {
    const after = example({
      Added: { type: 'integer' },
      Inner: { maxLength: 10, type: 'string' },
      Outer: { items: { $ref: '#/$defs/Inner' } },
    });
    expect(lockFaults(currentLock(before), currentLock(after))).toEqual([]);
  });

  it('miss a schema that is gone, and one that nobody added', () => {
    const lock = { 'gone.v1.schema.json': 'x' };
    expect(lockFaults(lock, currentLock(before))).toEqual([
      expect.stringContaining('gone.v1.schema.json was published and is gone'),
      expect.stringContaining('run scripts/lock.ts'),
    ]);
  });
});
