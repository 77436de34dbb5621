import type { DocumentEvent } from '@gongwen/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applied, decision, eventOf, given, when } from './decide/given.ts';
import { type DocumentHead, evolve } from './evolve.ts';

/** An appended event: of which document, which version, and which of several writers. */
interface Entry {
  document: number;
  version: number;
  writer: number;
}
const entry = (maximum: number) =>
  fc.record({
    document: fc.integer({ min: 0, max: 1 }),
    version: fc.integer({ min: 1, max: maximum }),
    writer: fc.integer({ min: 0, max: 2 }),
  });
const anyLog = fc.array(entry(6), { maxLength: 40 });
const settings = { numRuns: 500, seed: 7 };

describe('evolve', () => {
  it('gives two readers of one log the same heads, one of whom stops, stores and goes on', () => {
    fc.assert(
      fc.property(anyLog, fc.nat(40), (log, stop) => {
        const stored = JSON.parse(JSON.stringify([...fold(log.slice(0, stop))])) as [string, DocumentHead][];
        expect(fold(log.slice(stop), new Map(stored))).toEqual(fold(log));
      }),
      settings,
    );
  });

  it('takes the first event of each next version, whatever repeats, twins and gaps stand between', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        for (const [documentId, head] of fold(log)) {
          const own = log.filter((item) => idOf(item) === documentId);
          expect(head).toMatchObject(expectedHead(own));
        }
      }),
      settings,
    );
  });

  it('never lets a void event or a gap change a head', () => {
    fc.assert(
      fc.property(anyLog, entry(9), (log, next) => {
        const head = fold(log).get(idOf(next));
        const isNext = next.version === (head?.version ?? 0) + 1;
        const after = evolve(head, toEvent(next));
        if (isNext) expect(after).toMatchObject({ version: next.version, eventId: toEvent(next).id });
        else expect(after).toBe(head);
      }),
      settings,
    );
  });

  it('does not mind reading a part of what a publisher wrote again', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(entry(1), fc.nat(3))), fc.nat(30), fc.nat(30), (writes, from, back) => {
        const log = written(writes);
        const seen = fold(log.slice(0, from));
        expect(fold(log.slice(Math.max(0, from - back)), seen)).toEqual(fold(log));
      }),
      settings,
    );
  });

  it('stands after a loss at the end of the longest prefix without a gap', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 12 })), (lost) => {
        const kept = Array.from({ length: 12 }, (_, index) => index + 1).filter((v) => !lost.includes(v));
        const log = kept.map((version) => ({ document: 0, version, writer: 0 }));
        const prefix = lost.length === 0 ? 12 : Math.min(...lost) - 1;
        expect(fold(log).get('ll-gov:0')?.version ?? 0).toBe(prefix);
      }),
      settings,
    );
  });

  it('keeps what was withheld until the text comes back, also over other events', () => {
    const published = given();
    const why = { reasonCode: 'privacy', publicReason: '含个人信息', authorizer: '信息公开科' } as const;
    const withdrawn = applied(published, when(published, 'withdraw', why));
    const transferred = evolve(withdrawn, {
      ...eventOf(withdrawn, {
        type: 'cn.gongwen.document.transferred.v1',
        document: { ...withdrawn.document, department: 'll-talent' },
        change: { from: 'll-hrss', to: 'll-talent' },
      }),
    });
    expect(transferred).toMatchObject({ version: 3, withheld: published.document });
  });

  it('keeps the text of the first withdrawal when there is a second', () => {
    const published = given();
    const why = { reasonCode: 'privacy', publicReason: '含个人信息', authorizer: '信息公开科' } as const;
    const outcome = when(published, 'withdraw', why);
    const withdrawn = applied(published, outcome);
    if (outcome.outcome === 'rejected') throw new Error(outcome.code);
    expect(evolve(withdrawn, eventOf(withdrawn, outcome.change))?.withheld).toEqual(published.document);
  });

  it('has nothing withheld after an ordinary event', () => {
    const published = given();
    const repealed = applied(published, when(published, 'repeal', { decision, effectiveOn: '2026-07-01' }));
    expect(repealed).not.toHaveProperty('withheld');
  });
});

function fold(log: readonly Entry[], start: ReadonlyMap<string, DocumentHead> = new Map()) {
  const heads = new Map(start);
  for (const item of log) {
    const head = evolve(heads.get(idOf(item)), toEvent(item));
    if (head) heads.set(idOf(item), head);
  }
  return heads;
}

/** The rule said in another way: find 1, then behind it 2, and so on. */
function expectedHead(log: readonly Entry[]): { version: number; eventId: string } {
  let [version, position, eventId] = [0, -1, ''];
  for (;;) {
    const next = log.findIndex((item, index) => index > position && item.version === version + 1);
    if (next === -1) return { version, eventId };
    [version, position, eventId] = [version + 1, next, toEvent(log[next]!).id];
  }
}

/** A publisher writes the next version, or repeats and races for one that stands; it writes no gap. */
function written(writes: readonly (readonly [Entry, number])[]): Entry[] {
  const heads = [0, 0];
  return writes.map(([item, back]) => {
    const head = heads[item.document]!;
    const version = Math.max(1, head + 1 - back);
    heads[item.document] = Math.max(head, version);
    return { ...item, version };
  });
}

function idOf({ document }: Entry): string {
  return `ll-gov:${document}`;
}

const published = given();

function toEvent(item: Entry): DocumentEvent {
  const { version, writer } = item;
  const documentId = idOf(item);
  const document = { ...published.document, documentId, title: `第${version}版，${writer}` };
  const event = eventOf(undefined, {
    type: 'cn.gongwen.document.corrected.v1',
    document,
    change: { note: '误', gazetteCorrected: false },
  });
  return {
    ...event,
    id: `${documentId}/${version}/${writer}`,
    data: { ...event.data, version },
  } as DocumentEvent;
}
