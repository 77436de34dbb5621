import type { DocumentEvent } from '@gongwen/schemas';
import type { Delivery } from '@gongwen/service-kit';
import pLimit from 'p-limit';
import { describe, expect, it } from 'vitest';
import { type DeliveryResult, createDeliverEvent } from './deliver-event.ts';
import type { DeliveryState, DeliveryStates } from './delivery-state.ts';
import type { TargetAnswer } from './http-target.ts';

const away: TargetAnswer = { answer: 'unavailable', reason: 'HTTP 503' };
const accepted: TargetAnswer = { answer: 'accepted', remoteId: 'r-1' };
const refused = (final: boolean): TargetAnswer => ({
  answer: 'refused',
  final,
  code: 'RULE',
  reason: '缺少附件',
});

function deliverer(answers: readonly TargetAnswer[], requestsAtOnce = 4) {
  const sent: string[] = [];
  const left = [...answers];
  const known = new Map<string, DeliveryState>();
  const states: DeliveryStates = {
    of: (documentId) => known.get(documentId) ?? { deliveredVersion: 0 },
    record: async (documentId, state) => void known.set(documentId, state),
    catchUp: async () => undefined,
    async [Symbol.asyncDispose]() {},
  };
  const deliver = createDeliverEvent({
    target: {
      name: 'province',
      async send(eventId) {
        sent.push(eventId);
        await new Promise(setImmediate);
        return left.shift() ?? accepted;
      },
    },
    states,
    random: () => 1,
    requests: pLimit(requestsAtOnce),
  });
  return { deliver, sent, states };
}

const outcomesOf = (results: readonly DeliveryResult[]) => results.map(({ outcome }) => outcome);

describe('delivering to a target that is away', () => {
  it('pauses for half a second, then twice as long each time, up to a minute', async () => {
    const { deliver } = deliverer(Array.from({ length: 12 }, () => away));
    const pauses: unknown[] = [];
    for (let time = 0; time < 12; time++) pauses.push((await deliver(delivery('a', 1))).outcome);
    expect(pauses.slice(0, 3)).toMatchObject([{ afterMs: 500 }, { afterMs: 1_000 }, { afterMs: 2_000 }]);
    expect(pauses.at(-1)).toMatchObject({ outcome: 'pause', afterMs: 60_000, reason: 'HTTP 503' });
  });

  it('counts all that were under way as one outage', async () => {
    const { deliver } = deliverer(Array.from({ length: 8 }, () => away));
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => deliver(delivery(name, 1))));
    expect((await deliver(delivery('a', 1))).outcome).toMatchObject({ afterMs: 1_000 });
  });

  it('does not send what waited behind one that found out', async () => {
    const { deliver, sent } = deliverer([away], 1);
    const results = await Promise.all(['a', 'b', 'c'].map((name) => deliver(delivery(name, 1))));
    expect(sent).toEqual([eventIdOf('a', 1)]);
    expect(outcomesOf(results).map(({ outcome }) => outcome)).toEqual(['pause', 'pause', 'pause']);
  });

  it('begins at half a second again after the target has answered', async () => {
    const { deliver } = deliverer([away, away, accepted, away]);
    for (const version of [1, 1, 1]) await deliver(delivery('a', version));
    expect((await deliver(delivery('a', 2))).outcome).toMatchObject({ afterMs: 500 });
  });

  it('waits as long as the target asks for', async () => {
    const { deliver } = deliverer([{ ...away, retryAfterMs: 7_000 }]);
    expect((await deliver(delivery('a', 1))).outcome).toMatchObject({ outcome: 'pause', afterMs: 7_000 });
  });
});

describe('delivering a document that is refused', () => {
  it('parks it at once when a rule refuses it, and holds what comes after (I3)', async () => {
    const { deliver, sent, states } = deliverer([refused(true)]);
    expect(await deliver(delivery('a', 1))).toMatchObject({ facts: { state: 'refused', code: 'RULE' } });
    expect(await deliver(delivery('a', 2))).toMatchObject({ facts: { state: 'held' } });
    expect(sent).toHaveLength(1);
    expect(states.of('a')).toMatchObject({ deliveredVersion: 0, parkedFrom: 1 });
  });

  it('tries a faulty request three times', async () => {
    const { deliver } = deliverer([refused(false), refused(false), refused(false)]);
    const results: DeliveryResult[] = [];
    for (let time = 0; time < 3; time++) results.push(await deliver(delivery('a', 1)));
    expect(outcomesOf(results).map(({ outcome }) => outcome)).toEqual(['retry', 'retry', 'done']);
    expect(results.at(-1)).toMatchObject({ facts: { state: 'refused' } });
  });
});

it('tells of a version again that was delivered before, and does not send it again', async () => {
  const { deliver, sent } = deliverer([]);
  expect(await deliver(delivery('a', 1))).toMatchObject({ facts: { state: 'done', remoteId: 'r-1' } });
  expect(await deliver(delivery('a', 1))).toEqual({ outcome: { outcome: 'done' }, facts: { state: 'done' } });
  expect(sent).toHaveLength(1);
});

const eventIdOf = (documentId: string, version: number) => `${documentId}-${version}`;

function delivery(documentId: string, version: number): Delivery {
  const event = { id: eventIdOf(documentId, version), subject: documentId, data: { version } };
  return {
    event: event as DocumentEvent, // what is looked at
    record: {
      topic: 'documents.events',
      partition: 0,
      offset: version,
      time: 0,
      key: documentId,
      value: Buffer.from(JSON.stringify(event)),
      headers: {},
    },
  };
}
