import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PublishingCity, type Running, publish, publishingCity, send } from './publishing-city.ts';

let city: PublishingCity;

beforeEach(async () => {
  city = await publishingCity();
});

afterEach(() => city[Symbol.asyncDispose]());

const interprets = (...targets: object[]) => ({
  docClass: 'interpretation' as const,
  issuedOn: '2026-06-01',
  publishedOn: '2026-06-01',
  relations: targets.map((target) => ({ type: 'interprets' as const, target })),
});

const linksOf = ({ view }: Running, documentId: string) =>
  (view.head(documentId)?.document.relations ?? []).map(({ type, target }) => [type, target.documentId]);

describe('an interpretation', () => {
  it('is linked from each document that it names, once, with two publishers', async () => {
    const [one, other] = [await city.start(), await city.start()];
    const basis = { type: 'based_on' as const, target: { title: '上位法' } };
    await publish(one, 'll-gov:1', { relations: [basis] });
    await publish(one, 'll-gov:2', { documentNumber: { raw: '临政发〔2020〕2号' } });
    await publish(one, 'll-gov:jd', interprets({ documentId: 'll-gov:1' }, { number: '临政发[2020]2号' }));
    const link = ['interpreted_by', 'll-gov:jd'];
    for (const { view } of [one, other]) {
      await vi.waitFor(() => expect(view.head('ll-gov:2')?.version).toBe(2));
      await vi.waitFor(() => expect(view.head('ll-gov:1')?.version).toBe(2));
    }
    expect(linksOf(one, 'll-gov:1')).toEqual([['based_on', undefined], link]);
    expect(linksOf(one, 'll-gov:2')).toEqual([link]);
    const histories = await city.admitted();
    expect(histories.get('ll-gov:1')?.slice(1)).toMatchObject([
      { type: 'cn.gongwen.document.linked.v1', causationid: histories.get('ll-gov:jd')?.[0]?.id },
    ]);
  });

  it('arrives before its document: is linked when that comes', async () => {
    const one = await city.start();
    await publish(one, 'll-gov:jd', interprets({ number: '临政发〔2020〕2号' }));
    await publish(one, 'll-gov:2', { documentNumber: { raw: '临政发[2020]02号' } });
    await vi.waitFor(() => expect(linksOf(one, 'll-gov:2')).toEqual([['interpreted_by', 'll-gov:jd']]));
  });

  it('is not linked twice when its document names it already', async () => {
    const one = await city.start();
    const named = { type: 'interpreted_by' as const, target: { documentId: 'll-gov:jd' } };
    await publish(one, 'll-gov:1', { relations: [named] });
    await publish(one, 'll-gov:2');
    await publish(one, 'll-gov:jd', interprets({ documentId: 'll-gov:1' }, { documentId: 'll-gov:2' }));
    await vi.waitFor(() => expect(one.view.head('ll-gov:2')?.version).toBe(2));
    expect(one.view.head('ll-gov:1')?.version).toBe(1);
  });

  it('of another department is not linked, because that would change what is not its own (I6)', async () => {
    const one = await city.start();
    await publish(one, 'll-edu:1');
    await publish(one, 'll-hrss:1');
    await publish(one, 'll-hrss:jd', interprets({ documentId: 'll-edu:1' }, { documentId: 'll-hrss:1' }));
    await vi.waitFor(() => expect(one.view.head('ll-hrss:1')?.version).toBe(2));
    expect(one.view.head('ll-edu:1')?.version).toBe(1);
  });

  it('takes its link along when it is withdrawn', async () => {
    const one = await city.start();
    await publish(one, 'll-gov:1');
    await publish(one, 'll-gov:jd', interprets({ documentId: 'll-gov:1' }));
    await vi.waitFor(() => expect(linksOf(one, 'll-gov:1')).toHaveLength(1));
    const body = { expectedVersion: 1, reasonCode: 'erroneous', publicReason: '有误', authorizer: '办公室' };
    await send(one.publisher, 'POST', '/v1/documents/ll-gov:jd/withdrawal', body);
    await vi.waitFor(() => expect(linksOf(one, 'll-gov:1')).toEqual([]));
  });

  it('takes its link along when it is about another document from then on', async () => {
    const one = await city.start();
    const own = { type: 'interpreted_by' as const, target: { documentId: 'll-gov:jd' } };
    await publish(one, 'll-gov:1');
    await publish(one, 'll-gov:2');
    await publish(one, 'll-gov:3', { relations: [own] });
    await publish(one, 'll-gov:jd', interprets({ documentId: 'll-gov:1' }));
    await vi.waitFor(() => expect(linksOf(one, 'll-gov:1')).toHaveLength(1));
    const { relations: links } = interprets({ documentId: 'll-gov:2' });
    await send(one.publisher, 'PUT', '/v1/documents/ll-gov:jd/links', { expectedVersion: 1, links });
    await vi.waitFor(() => expect(linksOf(one, 'll-gov:2')).toHaveLength(1));
    await vi.waitFor(() => expect(linksOf(one, 'll-gov:1')).toEqual([]));
    expect(one.view.head('ll-gov:3')?.version).toBe(1); // its department’s own link
  });

  it('stays off when its document’s department has taken the link off', async () => {
    const one = await city.start();
    await publish(one, 'll-gov:1');
    await publish(one, 'll-gov:2');
    await publish(one, 'll-gov:jd', interprets({ documentId: 'll-gov:1' }));
    await vi.waitFor(() => expect(linksOf(one, 'll-gov:1')).toHaveLength(1));
    await send(one.publisher, 'PUT', '/v1/documents/ll-gov:1/links', { expectedVersion: 2, links: [] });
    await publish(one, 'll-gov:jd2', interprets({ documentId: 'll-gov:2' })); // looked at after it
    await vi.waitFor(() => expect(linksOf(one, 'll-gov:2')).toHaveLength(1));
    expect(linksOf(one, 'll-gov:1')).toEqual([]);
  });
});
