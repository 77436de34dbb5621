import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PublishingCity, type Running, publish, publishingCity, send } from './publishing-city.ts';

let city: PublishingCity;

beforeEach(async () => {
  city = await publishingCity();
});

afterEach(() => city[Symbol.asyncDispose]());

const answers = (...targets: object[]) => ({
  docClass: 'qa_entry' as const,
  issuedOn: '2026-06-01',
  publishedOn: '2026-06-01',
  relations: targets.map((target) => ({ type: 'answers' as const, target })),
});

function repeal({ publisher }: Running, documentId: string, effectiveOn: string, expectedVersion = 1) {
  const body = { expectedVersion, effectiveOn, decision: { title: '关于废止部分文件的决定' } };
  return send(publisher, 'POST', `/v1/documents/${documentId}/repeal`, body);
}

const stateOf = ({ view }: Running, documentId: string) => view.head(documentId)?.document.publication.state;

describe('Q&A of an ended document', () => {
  it('is withdrawn with the end, says why, and follows from it', async () => {
    const one = await city.start();
    await publish(one, 'll-gov:1', { title: '供水办法' });
    await publish(one, 'll-hrss:qa', answers({ title: '供水办法' }));
    await repeal(one, 'll-gov:1', '2026-11-01');
    await vi.waitFor(() => expect(stateOf(one, 'll-hrss:qa')).toBe('withdrawn'));
    const histories = await city.admitted();
    expect(histories.get('ll-hrss:qa')?.slice(1)).toMatchObject([
      {
        type: 'cn.gongwen.document.withdrawn.v1',
        source: 'urn:gongwen:system:retirements',
        causationid: histories.get('ll-gov:1')?.[1]?.id,
        data: {
          change: {
            reasonCode: 'basis_ended',
            publicReason: '所答文件《供水办法》自 2026-11-01 起废止。',
          },
        },
      },
    ]);
  });

  it('stays until the day of an end that is told in advance', async () => {
    const one = await city.start();
    await publish(one, 'll-gov:1');
    await publish(one, 'll-gov:qa', answers({ documentId: 'll-gov:1' }));
    await repeal(one, 'll-gov:1', '2026-12-01');
    await publish(one, 'll-gov:2'); // looked at after the repeal
    await vi.waitFor(() => expect(one.view.head('ll-gov:2')).toBeDefined());
    expect(stateOf(one, 'll-gov:qa')).toBe('published');
    city.today = '2026-12-01';
    await publish(one, 'll-gov:3'); // wakes it before the next tick
    await vi.waitFor(() => expect(stateOf(one, 'll-gov:qa')).toBe('withdrawn'));
  });

  it('stays while one of its documents is in force, or is not known', async () => {
    const one = await city.start();
    await publish(one, 'll-gov:1');
    await publish(one, 'll-gov:2');
    await publish(one, 'll-gov:both', answers({ documentId: 'll-gov:1' }, { documentId: 'll-gov:2' }));
    await publish(one, 'll-gov:unknown', answers({ documentId: 'll-gov:1' }, { documentId: 'll-gov:9' }));
    await publish(one, 'll-gov:one', answers({ documentId: 'll-gov:1' }));
    await repeal(one, 'll-gov:1', '2026-11-01');
    await vi.waitFor(() => expect(stateOf(one, 'll-gov:one')).toBe('withdrawn'));
    expect(stateOf(one, 'll-gov:both')).toBe('published');
    expect(stateOf(one, 'll-gov:unknown')).toBe('published');
    await repeal(one, 'll-gov:2', '2026-11-20');
    await vi.waitFor(() => expect(stateOf(one, 'll-gov:both')).toBe('withdrawn'));
  });

  it('stays when its department has restored it, also for a publisher that starts then', async () => {
    const one = await city.start();
    await publish(one, 'll-gov:1');
    await publish(one, 'll-gov:qa', answers({ documentId: 'll-gov:1' }));
    await repeal(one, 'll-gov:1', '2026-11-01');
    await vi.waitFor(() => expect(stateOf(one, 'll-gov:qa')).toBe('withdrawn'));
    const body = { expectedVersion: 2, reason: '所答仍可参考', authorizer: '办公室' };
    await send(one.publisher, 'POST', '/v1/documents/ll-gov:qa/restoration', body);
    const other = await city.start();
    for (const running of [one, other]) {
      await publish(running, `ll-gov:${running === one ? 'x' : 'y'}`, answers({ documentId: 'll-gov:1' }));
    }
    // those were looked at after it
    await vi.waitFor(() => expect(stateOf(other, 'll-gov:y')).toBe('withdrawn'));
    expect(one.view.head('ll-gov:qa')).toMatchObject({ version: 3 });
  });

  it('stays when it was restored after a term had ended, whose event came only after the withdrawal', async () => {
    const first = await city.start();
    await publish(first, 'll-gov:1', { effectiveUntil: '2026-11-30' });
    await publish(first, 'll-gov:qa', answers({ documentId: 'll-gov:1' }));
    await first[Symbol.asyncDispose]();
    city.today = '2027-02-01';
    const one = await city.start();
    await vi.waitFor(() => expect(stateOf(one, 'll-gov:qa')).toBe('withdrawn'));
    await vi.waitFor(() => expect(one.view.head('ll-gov:1')?.version).toBe(2));
    const body = { expectedVersion: 2, reason: '所答仍可参考', authorizer: '办公室' };
    await send(one.publisher, 'POST', '/v1/documents/ll-gov:qa/restoration', body);
    await publish(one, 'll-gov:qa2', answers({ documentId: 'll-gov:1' })); // looked at after it
    await vi.waitFor(() => expect(stateOf(one, 'll-gov:qa2')).toBe('withdrawn'));
    expect(stateOf(one, 'll-gov:qa')).toBe('published');
  });

  it('is withdrawn once, with two publishers, when its term ends while none runs', async () => {
    const first = await city.start();
    await publish(first, 'll-gov:1', { effectiveUntil: '2026-11-30' });
    await publish(first, 'll-gov:qa', answers({ documentId: 'll-gov:1' }));
    await first[Symbol.asyncDispose]();
    city.today = '2027-02-01';
    const [one, other] = [await city.start(), await city.start()];
    await vi.waitFor(() => expect(stateOf(one, 'll-gov:qa')).toBe('withdrawn'));
    await vi.waitFor(() => expect(stateOf(other, 'll-gov:qa')).toBe('withdrawn'));
    expect((await city.admitted()).get('ll-gov:qa')).toHaveLength(2);
  });
});
