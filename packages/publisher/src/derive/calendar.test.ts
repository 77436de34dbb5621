import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PublishingCity, publish, publishingCity, send } from './publishing-city.ts';

let city: PublishingCity;

beforeEach(async () => {
  city = await publishingCity();
});

afterEach(() => city[Symbol.asyncDispose]());

describe('the calendar', () => {
  it('ends each term once, with two publishers, also after a downtime', async () => {
    const first = await city.start();
    for (let n = 1; n <= 40; n++) {
      await publish(first, `ll-gov:${n}`, { effectiveUntil: '2026-11-25' });
    }
    await first[Symbol.asyncDispose]();
    city.today = '2027-03-01';
    const [one, other] = [await city.start(), await city.start()];
    await vi.waitFor(() => {
      expect(one.view.dueBy(city.today, 100)).toEqual([]);
      expect(other.view.dueBy(city.today, 100)).toEqual([]);
    });
    for (const [, history] of await city.admitted()) {
      expect(history.slice(1)).toMatchObject([
        {
          type: 'cn.gongwen.document.expired.v1',
          data: { change: { cause: 'term', effectiveOn: '2026-11-26' } },
        },
      ]);
    }
  });

  it('renewal on the last day: is in time, what was not renewed ends, and the day after is too late', async () => {
    const first = await city.start();
    for (const n of [1, 2, 3]) await publish(first, `ll-gov:${n}`, { effectiveUntil: '2026-11-25' });
    const renewal = { effectiveOn: '2026-11-26', effectiveUntil: '2031-11-25', expectedVersion: 1 };
    await send(first.publisher, 'POST', '/v1/documents/ll-gov:1/renewal', renewal);
    await first[Symbol.asyncDispose]();
    city.today = '2026-11-26';
    const one = await city.start();
    await vi.waitFor(() => expect(one.view.dueBy(city.today, 100)).toEqual([]));
    const histories = await city.admitted();
    const typesOf = (localId: number) =>
      histories.get(`ll-gov:${localId}`)?.map(({ type }) => type.split('.')[3]);
    expect([1, 2, 3].map(typesOf)).toEqual([
      ['published', 'renewed'],
      ['published', 'expired'],
      ['published', 'expired'],
    ]);
    const late = send(one.publisher, 'POST', '/v1/documents/ll-gov:2/renewal', {
      ...renewal,
      expectedVersion: 2,
    });
    await expect(late).rejects.toThrow('ILLEGAL_TRANSITION');
  });

  it('conditional lapse met / not met: only what was not cancelled by its day is told as lapsed', async () => {
    const first = await city.start();
    const schedule = { action: 'schedule', dueOn: '2026-12-01', condition: '未修订的，失效' };
    for (const n of [1, 2]) {
      await publish(first, `ll-gov:${n}`);
      const path = `/v1/documents/ll-gov:${n}/scheduled-end`;
      await send(first.publisher, 'POST', path, { ...schedule, expectedVersion: 1 });
    }
    const cancel = { action: 'cancel', dueOn: '2026-12-01', expectedVersion: 2 };
    await send(first.publisher, 'POST', '/v1/documents/ll-gov:2/scheduled-end', cancel);
    await first[Symbol.asyncDispose]();
    city.today = '2026-12-02';
    const one = await city.start();
    await vi.waitFor(() => expect(one.view.head('ll-gov:1')?.version).toBe(3));
    expect(one.view.dueBy(city.today, 100)).toEqual([]);
    const lastOf = (localId: number) => one.view.head(`ll-gov:${localId}`)?.document.lifecycle.at(-1);
    expect([lastOf(1), lastOf(2)]).toMatchObject([
      { change: 'declared_lapsed', effectiveOn: '2026-12-01' },
      { change: 'end_cancelled', effectiveOn: '2026-11-25' },
    ]);
  });

  it('leaves a term alone on its inclusive last day', async () => {
    const one = await city.start();
    await publish(one, 'll-gov:1', { effectiveUntil: '2026-11-25' });
    await publish(one, 'll-gov:2', { effectiveUntil: '2026-11-24' });
    await vi.waitFor(() => expect(one.view.head('ll-gov:2')?.version).toBe(2));
    expect(one.view.head('ll-gov:1')?.version).toBe(1);
  });
});
