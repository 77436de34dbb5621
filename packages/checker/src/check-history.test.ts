import { describe, expect, it } from 'vitest';
import { type Evidence, checkHistory } from './check-history.ts';
import type { ClientOperation } from './client-history.ts';

const sound: Evidence = {
  operations: [answered('k1', 1, 'e1'), answered('k2', 2, 'e2')],
  facts: {
    documents: new Map([
      [
        'a',
        [
          { version: 1, eventId: 'e1' },
          { version: 2, eventId: 'e2' },
        ],
      ],
    ]),
    files: new Set(),
    voids: 0,
    alarms: [],
  },
  comparison: { documents: 1, events: 2, voids: 0, alarms: [], differences: [] },
  observations: [seen('portal', 1), seen('portal', 2), seen('province', 1), seen('province', 2)],
};

const kindsOf = (evidence: Partial<Evidence>) =>
  checkHistory({ ...sound, ...evidence }).map(({ kind }) => kind);

describe('the checker', () => {
  it('finds nothing where all is well, repeats of an answer included', () => {
    expect(kindsOf({})).toEqual([]);
    expect(kindsOf({ operations: [...sound.operations, answered('k2', 2, 'e2')] })).toEqual([]);
  });

  it('finds a write that was answered and is not in the log', () => {
    const documents = new Map([['a', [{ version: 1, eventId: 'e1' }]]]);
    expect(kindsOf({ facts: { ...sound.facts, documents } })).toEqual(['lost']);
  });

  it('finds a write whose version holds another event', () => {
    const documents = new Map([
      [
        'a',
        [
          { version: 1, eventId: 'e1' },
          { version: 2, eventId: 'other' },
        ],
      ],
    ]);
    expect(kindsOf({ facts: { ...sound.facts, documents } })).toEqual(['lost', 'phantom']);
  });

  it('finds a key that led to two events', () => {
    const operations = [answered('k1', 1, 'e1'), answered('k1', 2, 'e2')];
    expect(kindsOf({ operations })).toEqual(['duplicate']);
  });

  it('finds what no client was answered with, unless an answer is unknown', () => {
    const operations = [answered('k1', 1, 'e1')];
    expect(kindsOf({ operations })).toEqual(['phantom']);
    const unknown: ClientOperation = {
      name: 'amend',
      documentId: 'a',
      idempotencyKey: 'k2',
      outcome: 'unknown',
    };
    expect(kindsOf({ operations: [...operations, unknown] })).toEqual([]);
  });

  it.each([
    ['an older version after a newer', [seen('portal', 2), seen('portal', 1)], 'non_monotonic'],
    ['a version twice at the province', [seen('province', 1), seen('province', 1)], 'duplicate'],
    ['a version left out at the province', [seen('province', 1), seen('province', 3)], 'non_monotonic'],
  ])('finds %s', (_what, observations, kind) => {
    expect(kindsOf({ observations })).toEqual([kind]);
  });

  it('lets a reader see a version twice, or miss one', () => {
    expect(kindsOf({ observations: [seen('portal', 1), seen('portal', 1), seen('portal', 3)] })).toEqual([]);
  });

  it('passes on what the stores differ in', () => {
    const difference = { documentId: 'a', sink: 'index', expected: '2:e2', found: '1:e1' } as const;
    const comparison = { ...sound.comparison, alarms: ['0/7: gap'], differences: [difference] };
    expect(kindsOf({ comparison })).toEqual(['drift', 'drift']);
  });
});

function answered(idempotencyKey: string, version: number, eventId: string): ClientOperation {
  return { name: 'publish', documentId: 'a', idempotencyKey, outcome: 'ok', version, eventId };
}

function seen(place: string, version: number) {
  return { place, documentId: 'a', version };
}
