import type { ReceiptStage } from '@gongwen/schemas';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient } from './index.ts';
import {
  type Answer,
  type ScriptedGateway,
  failure,
  problem,
  receipt,
  startScriptedGateway,
} from './scripted-gateway.ts';

let gateway: ScriptedGateway;
let receipts: Client['receipts'];
beforeEach(async () => {
  gateway = await startScriptedGateway();
  receipts = createClient({ baseUrl: gateway.baseUrl, token: 'key', random: () => 0 }).receipts;
});
afterEach(() => gateway[Symbol.asyncDispose]());

type Stages = Partial<Record<'stored' | 'indexed' | 'province' | 'archive', ReceiptStage['state']>>;
const at = (stages: Stages): Answer => ({
  status: 200,
  body: {
    ...receipt,
    stages: Object.entries(stages).map(([name, state]) =>
      name === 'stored' || name === 'indexed'
        ? { stage: name, state }
        : { stage: 'delivered', target: name, state },
    ),
  },
});
const states = (answer: { stages: ReceiptStage[] }) => answer.stages.map(({ state }) => state);

describe('wait', () => {
  it('ends when the stage is no longer pending, whatever is still to come', async () => {
    gateway.answers.push(
      at({ stored: 'done', indexed: 'pending' }),
      at({ stored: 'done', indexed: 'done', province: 'pending' }),
    );
    const found = await receipts.wait('r', { until: 'indexed' });
    expect(states(found)).toEqual(['done', 'done', 'pending']);
    expect(gateway.requests.map(({ url }) => url)).toEqual([
      '/v1/receipts/r?until=indexed&wait=20.0',
      '/v1/receipts/r?until=indexed&wait=20.0',
    ]);
  });

  it('waits for every target until delivered', async () => {
    gateway.answers.push(
      at({ province: 'done', archive: 'pending' }),
      at({ province: 'done', archive: 'held' }),
    );
    expect(states(await receipts.wait('r'))).toEqual(['done', 'held']);
  });

  it.each(['refused', 'dead', 'held'] as const)('ends when it is %s', async (state) => {
    gateway.answers.push(at({ province: state }));
    expect(states(await receipts.wait('r'))).toEqual([state]);
  });

  it('outlasts a gateway that is busy for a moment', async () => {
    gateway.answers.push(problem('OVERLOADED'), at({ stored: 'done' }));
    expect(states(await receipts.wait('r', { until: 'stored' }))).toEqual(['done']);
  });

  it('gives up when its time is over, with the receipt as it stood', async () => {
    gateway.answers.push(at({ stored: 'done', indexed: 'pending' }), { status: 0, fault: 'silent' });
    const error = await failure(receipts.wait('r', { until: 'indexed', timeoutMs: 300 }));
    expect(error).toMatchObject({
      name: 'TimeoutError',
      code: 'TIMEOUT',
      retryable: true,
      receipt: { stages: [{ state: 'done' }, { state: 'pending' }] },
    });
  });

  it('ends when the caller aborts', async () => {
    gateway.answers.push({ status: 0, fault: 'silent' });
    const stop = new AbortController();
    const waiting = failure(receipts.wait('r', { signal: stop.signal }));
    await expect.poll(() => gateway.requests.length).toBe(1);
    stop.abort();
    expect(await waiting).toMatchObject({ name: 'AbortError' });
  });

  it('takes no slot from commands', async () => {
    gateway.answers.push({ status: 0, fault: 'silent' }, at({ stored: 'done' }));
    const client = createClient({ baseUrl: gateway.baseUrl, token: 'key', concurrency: 1 });
    const stop = new AbortController();
    const waiting = failure(client.receipts.wait('r', { signal: stop.signal }));
    await expect.poll(() => gateway.requests.length).toBe(1);
    expect(states(await client.receipts.get('r'))).toEqual(['done']);
    stop.abort();
    await waiting;
  });
});

describe('get', () => {
  it('answers at once', async () => {
    gateway.answers.push(at({ stored: 'pending' }));
    expect(states(await receipts.get('a/b'))).toEqual(['pending']);
    expect(gateway.requests[0]?.url).toBe('/v1/receipts/a%2Fb');
  });

  it('tells that there is none', async () => {
    gateway.answers.push(problem('RECEIPT_NOT_FOUND'));
    expect(await failure(receipts.get('r'))).toMatchObject({
      name: 'NotFoundError',
      code: 'RECEIPT_NOT_FOUND',
    });
  });
});
