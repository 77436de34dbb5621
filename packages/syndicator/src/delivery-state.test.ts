import { type EventLog, topicDefinitions } from '@gongwen/ports';
import { createMemoryEventLog } from '@gongwen/ports/memory';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DeliveryStates, followDeliveryStates } from './delivery-state.ts';

let log: EventLog;
const followed: DeliveryStates[] = [];

beforeEach(async () => {
  log = createMemoryEventLog();
  await log.ensureTopics(topicDefinitions(1));
});

afterEach(async () => {
  for (const states of followed.splice(0)) await states[Symbol.asyncDispose]();
  await log[Symbol.asyncDispose]();
});

async function follow(target = 'province'): Promise<DeliveryStates> {
  const states = await followDeliveryStates(log, target);
  followed.push(states);
  return states;
}

describe('delivery states', () => {
  it('are known to a member that starts later', async () => {
    await (await follow()).record('ll-hrss:1', { deliveredVersion: 2 });
    expect((await follow()).of('ll-hrss:1')).toEqual({ deliveredVersion: 2 });
  });

  it('are known to a member that runs already, once it has caught up', async () => {
    const [first, second] = [await follow(), await follow()];
    await first.record('ll-hrss:1', { deliveredVersion: 2, parkedFrom: 3, reason: '缺少附件' });
    await second.catchUp();
    expect(second.of('ll-hrss:1')).toMatchObject({ parkedFrom: 3 });
  });

  it('never go back, whatever a member that was frozen records late (I3)', async () => {
    const [frozen, other] = [await follow(), await follow()];
    await other.record('ll-hrss:1', { deliveredVersion: 6 });
    await frozen.record('ll-hrss:1', { deliveredVersion: 5 });
    await frozen.catchUp();
    await other.catchUp();
    expect([frozen.of('ll-hrss:1'), other.of('ll-hrss:1')]).toEqual([
      { deliveredVersion: 6 },
      { deliveredVersion: 6 },
    ]);
  });

  it('of another target are another matter', async () => {
    await (await follow('region')).record('ll-hrss:1', { deliveredVersion: 2 });
    expect((await follow()).of('ll-hrss:1')).toEqual({ deliveredVersion: 0 });
  });
});
