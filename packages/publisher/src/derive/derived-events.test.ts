import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Content, type PublishingCity, publish, publishingCity, send } from './publishing-city.ts';

let city: PublishingCity;

beforeEach(async () => {
  city = await publishingCity();
});

afterEach(() => city[Symbol.asyncDispose]());

const interprets = (documentId: string): Partial<Content> => ({
  docClass: 'interpretation',
  issuedOn: '2026-06-01',
  publishedOn: '2026-06-01',
  relations: [{ type: 'interprets', target: { documentId } }],
});
const full = Array.from({ length: 5_000 }, (_, index) => ({
  type: 'based_on' as const,
  target: { title: `上位法${index}` },
}));

describe('a derived event that can never be written', () => {
  it('because a rule refuses it, keeps nothing else waiting, for a publisher that starts then, too', async () => {
    const one = await city.start();
    const names = { type: 'based_on' as const, target: { number: '临政发〔2020〕2号' } };
    await publish(one, 'll-gov:1', { documentNumber: { raw: '临政发〔2020〕1号' }, relations: [names] });
    // it names itself now, so that no link can be put beside that any more
    const correction = {
      expectedVersion: 1,
      note: '文号有误',
      gazetteCorrected: false,
      changes: { documentNumber: { raw: '临政发〔2020〕2号' } },
    };
    await send(one.publisher, 'POST', '/v1/documents/ll-gov:1/corrections', correction);
    await publish(one, 'll-gov:jd', interprets('ll-gov:1'));
    for (const running of [one, await city.start()]) {
      const id = running === one ? 'll-gov:2' : 'll-gov:3';
      await publish(running, id, { effectiveUntil: '2026-01-31' });
      await vi.waitFor(() => expect(running.view.head(id)?.version).toBe(2));
    }
  });

  it('because its document is full, keeps nothing else waiting', async () => {
    const one = await city.start();
    await publish(one, 'll-gov:1', { relations: full });
    await publish(one, 'll-gov:jd', interprets('ll-gov:1'));
    await publish(one, 'll-gov:2');
    await publish(one, 'll-gov:jd2', interprets('ll-gov:2'));
    await publish(one, 'll-gov:3', { effectiveUntil: '2026-01-31' });
    await vi.waitFor(() => expect(one.view.head('ll-gov:2')?.version).toBe(2));
    await vi.waitFor(() => expect(one.view.head('ll-gov:3')?.version).toBe(2));
    expect(one.view.head('ll-gov:1')?.version).toBe(1);
  });
});
