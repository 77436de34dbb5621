import { topics } from '@gongwen/ports';
import type { DecisionTargets } from '@gongwen/schemas';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Content,
  type PublishingCity,
  type Running,
  publish,
  publishingCity,
  send,
} from './publishing-city.ts';

let city: PublishingCity;

beforeEach(async () => {
  city = await publishingCity();
});

afterEach(() => city[Symbol.asyncDispose]());

const decisionId = 'll-gov:2026-q';

function decide(one: Running, relations: NonNullable<Content['relations']>, more: Partial<Content> = {}) {
  const content = {
    docClass: 'lifecycle_decision',
    title: '关于公布清理结果的决定',
    issuedOn: '2026-11-20',
  } as const;
  return publish(one, decisionId, { ...content, publishedOn: '2026-11-20', relations, ...more });
}

const targetsOfDecision = async ({ publisher }: Running) =>
  (await send(publisher, 'GET', `/v1/documents/${decisionId}/targets`)) as DecisionTargets;

async function countsBecome(one: Running, counts: Record<string, number>) {
  await vi.waitFor(async () => expect((await targetsOfDecision(one)).counts).toEqual(counts), {
    timeout: 40_000,
  });
}

const repeals = (target: object) => ({ type: 'repeals' as const, target });
const number = (sequence: number) => `临政发〔2020〕${sequence}号`;

describe('a decision that acts on others', () => {
  it('repeals each target once, cited by id, by 文号 in any spelling, or by title and date only', async () => {
    const one = await city.start();
    await publish(one, 'll-gov:1');
    await publish(one, 'll-gov:2', { documentNumber: { raw: number(2) } });
    await publish(one, 'll-gov:3', { title: '临澜市供水办法' });
    await decide(one, [
      repeals({ documentId: 'll-gov:1' }),
      repeals({ number: '临政发[2020]第02号' }),
      repeals({ title: '《临澜市供水办法》', issuedOn: '2020-03-02' }),
    ]);
    await countsBecome(one, { applied: 3 });
    const histories = await city.admitted();
    const [decided] = histories.get(decisionId) ?? [];
    for (const target of ['ll-gov:1', 'll-gov:2', 'll-gov:3']) {
      expect(histories.get(target)).toHaveLength(2);
      expect(histories.get(target)?.[1]).toMatchObject({
        type: 'cn.gongwen.document.repealed.v1',
        causationid: decided?.id,
        source: 'urn:gongwen:system:decisions',
        data: { change: { effectiveOn: '2026-11-20', decision: { documentId: decisionId } } },
      });
    }
  });

  it('decision mixing 修改 and 废止: each target is changed in its own way, on its own day', async () => {
    const one = await city.start();
    await publish(one, 'll-gov:1');
    await publish(one, 'll-gov:2');
    await decide(one, [
      { type: 'amends', target: { documentId: 'll-gov:1' }, effectiveOn: '2027-01-01', scope: '第三条' },
      repeals({ documentId: 'll-gov:2' }),
    ]);
    await countsBecome(one, { applied: 2 });
    expect(one.view.head('ll-gov:1')?.document).toMatchObject({
      textVersion: 1,
      lifecycle: [{ change: 'amended', effectiveOn: '2027-01-01', decision: { documentId: decisionId } }],
    });
    expect(one.view.head('ll-gov:2')?.document.lifecycle).toMatchObject([{ change: 'repealed' }]);
  });

  it('target not in the system: is kept as unresolved, and acted upon when it is imported later', async () => {
    const one = await city.start();
    await decide(one, [repeals({ number: number(7) })], { undisclosedTargetCount: 107 });
    await countsBecome(one, { unresolved: 1 });
    expect(await targetsOfDecision(one)).toMatchObject({ undisclosed: 107 });
    await publish(one, 'll-gov:7', { documentNumber: { raw: number(7) } });
    await countsBecome(one, { applied: 1 });
  });

  it('names the candidates when several fit, and takes the one that is meant after a correction', async () => {
    const one = await city.start();
    await publish(one, 'll-gov:1', { title: '工作要点', issuedOn: '2019-03-01' });
    await publish(one, 'll-gov:2', { title: '工作要点' });
    await decide(one, [repeals({ title: '工作要点' })]);
    await countsBecome(one, { ambiguous: 1 });
    expect((await targetsOfDecision(one)).items[0]).toMatchObject({ candidates: ['ll-gov:1', 'll-gov:2'] });
    await send(one.publisher, 'PUT', `/v1/documents/${decisionId}/links`, {
      expectedVersion: 1,
      links: [repeals({ title: '工作要点', issuedOn: '2019-03-01' })],
    });
    await countsBecome(one, { applied: 1 });
    expect(one.view.head('ll-gov:1')?.version).toBe(2);
  });

  it('repeals an old rule from within the new one, and never itself', async () => {
    const one = await city.start();
    await publish(one, 'll-gov:old', { title: '信访办法', issuedOn: '2010-01-01' });
    await publish(one, 'll-gov:new', { title: '信访办法', relations: [repeals({ title: '信访办法' })] });
    await vi.waitFor(() => expect(one.view.head('ll-gov:old')?.version).toBe(2));
    expect(one.view.head('ll-gov:new')?.version).toBe(1);
  });

  it('touches other departments’ documents only where its department may (I6)', async () => {
    const one = await city.start();
    await publish(one, 'll-edu:1');
    await publish(one, 'll-hrss:q', { relations: [repeals({ documentId: 'll-edu:1' })] });
    await decide(one, [repeals({ documentId: 'll-hrss:q' })]);
    await countsBecome(one, { applied: 1 });
    expect(one.view.head('ll-edu:1')?.version).toBe(1);
  });

  it('tells what a target’s state refuses, and writes nothing', async () => {
    const one = await city.start();
    await publish(one, 'll-gov:1');
    const by = { decision: { title: '早先的决定' }, effectiveOn: '2021-01-01', expectedVersion: 1 };
    await send(one.publisher, 'POST', '/v1/documents/ll-gov:1/repeal', by);
    await decide(one, [repeals({ documentId: 'll-gov:1' })]);
    await countsBecome(one, { refused: 1 });
    expect((await targetsOfDecision(one)).items[0]).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    expect(one.view.head('ll-gov:1')?.version).toBe(2);
  });

  it('takes what the target’s own department has written for done', async () => {
    const one = await city.start();
    await publish(one, 'll-gov:1');
    const by = {
      decision: { title: '关于公布清理结果的决定' },
      effectiveOn: '2026-11-20',
      expectedVersion: 1,
    };
    await send(one.publisher, 'POST', '/v1/documents/ll-gov:1/repeal', by);
    await decide(one, [repeals({ documentId: 'll-gov:1' })]);
    await countsBecome(one, { applied: 1 });
    expect(one.view.head('ll-gov:1')?.version).toBe(2);
  });

  it('carrier with 3 instruments: a decision on two of them leaves the third in force', async () => {
    const one = await city.start();
    const instruments = ['节水细则', '供水细则', '排水细则'].map((title) => ({ title }));
    await publish(one, 'll-gov:1', { title: '关于印发节水细则等三个文件的通知', instruments });
    await decide(one, [repeals({ title: '《节水细则》' }), repeals({ title: '供水细则' })]);
    await countsBecome(one, { applied: 2 });
    const change = 'partially_ended';
    expect(
      one.view.head('ll-gov:1')?.document.lifecycle.map(({ articles, ...entry }) => [entry.change, articles]),
    ).toEqual(
      expect.arrayContaining([
        [change, ['节水细则']],
        [change, ['供水细则']],
      ]),
    );
    expect(one.view.head('ll-gov:1')?.version).toBe(3);
  });

  it('amends one document in steps, each on its own day', async () => {
    const one = await city.start();
    await publish(one, 'll-gov:1');
    const amends = (effectiveOn: string) => ({
      type: 'amends' as const,
      target: { documentId: 'll-gov:1' },
      effectiveOn,
    });
    await decide(one, [amends('2027-01-01'), amends('2028-01-01')]);
    await countsBecome(one, { applied: 2 });
    const days = one.view.head('ll-gov:1')?.document.lifecycle.map(({ effectiveOn }) => effectiveOn);
    expect(days?.toSorted()).toEqual(['2027-01-01', '2028-01-01']);
  });

  it('ends articles of one document that it names one by one', async () => {
    const one = await city.start();
    await publish(one, 'll-gov:1');
    const ends = (article: string, effectiveOn: string) => ({
      type: 'partially_ends' as const,
      target: { documentId: 'll-gov:1' },
      articles: [article],
      effectiveOn,
    });
    await decide(one, [ends('第七条', '2026-11-20'), ends('第九条', '2026-11-20')]);
    await countsBecome(one, { applied: 2 });
    const { lifecycle } = one.view.head('ll-gov:1')?.document ?? { lifecycle: [] };
    expect(
      lifecycle.map(({ articles, effectiveOn }) => `${articles?.join()} ${effectiveOn}`).toSorted(),
    ).toEqual(['第七条 2026-11-20', '第九条 2026-11-20']);
  });

  it('same decision title, two bodies: each ends what it names, in its own name', async () => {
    const one = await city.start();
    await publish(one, 'll-gov:1');
    await publish(one, 'll-edu:1');
    const title = '关于公布清理结果的决定';
    for (const body of ['ll-gov', 'll-edu']) {
      const relations = [repeals({ documentId: `${body}:1` })];
      const issued = {
        issuedOn: '2026-11-20',
        publishedOn: '2026-11-20',
        issuers: [{ name: `部门 ${body}` }],
      };
      await publish(one, `${body}:q`, { docClass: 'lifecycle_decision', title, relations, ...issued });
    }
    for (const body of ['ll-gov', 'll-edu']) {
      await vi.waitFor(() => expect(one.view.head(`${body}:1`)?.version).toBe(2));
      expect(one.view.head(`${body}:1`)?.document.lifecycle).toMatchObject([
        { change: 'repealed', decision: { documentId: `${body}:q`, title, issuer: `部门 ${body}` } },
      ]);
    }
  });

  it('withdrawn then republished: a repeal of meanwhile is carried out when the document is back', async () => {
    const one = await city.start();
    await publish(one, 'll-gov:1');
    const withdrawal = { reasonCode: 'erroneous', publicReason: '内容有误', authorizer: '信息公开科' };
    const path = '/v1/documents/ll-gov:1';
    await send(one.publisher, 'POST', `${path}/withdrawal`, { ...withdrawal, expectedVersion: 1 });
    await decide(one, [repeals({ documentId: 'll-gov:1' })]);
    await countsBecome(one, { refused: 1 });
    const restoration = { reason: '已更正', authorizer: '信息公开科', expectedVersion: 2 };
    await send(one.publisher, 'POST', `${path}/restoration`, restoration);
    await countsBecome(one, { applied: 1 });
    expect(one.view.head('ll-gov:1')?.document.lifecycle).toMatchObject([{ change: 'repealed' }]);
  });

  it('duplicate delivery: records that come twice change nothing, for a new view either', async () => {
    const one = await city.start();
    await publish(one, 'll-gov:1');
    await decide(one, [repeals({ documentId: 'll-gov:1' })]);
    await countsBecome(one, { applied: 1 });
    const events = [...(await city.admitted()).values()].flat();
    for (const event of events.toReversed())
      await city.log.append(topics.events, [
        { key: event.subject, value: Buffer.from(JSON.stringify(event)) },
      ]);
    const other = await city.start();
    expect(other.view.head('ll-gov:1')).toEqual(one.view.head('ll-gov:1'));
    expect(other.view.head('ll-gov:1')?.document.lifecycle).toHaveLength(1);
    await countsBecome(other, { applied: 1 });
  });

  it('out-of-order amend/repeal: an amendment of March that is told after the repeal of June is refused', async () => {
    const one = await city.start();
    await publish(one, 'll-gov:1');
    const acts = (localId: string, relation: NonNullable<Content['relations']>[number], issuedOn: string) =>
      publish(one, localId, {
        docClass: 'lifecycle_decision',
        title: '关于公布清理结果的决定',
        relations: [relation],
        issuedOn,
        publishedOn: issuedOn,
      });
    await acts('ll-gov:june', repeals({ documentId: 'll-gov:1' }), '2026-06-01');
    await vi.waitFor(() => expect(one.view.head('ll-gov:1')?.version).toBe(2));
    await acts(decisionId, { type: 'amends', target: { documentId: 'll-gov:1' } }, '2026-03-01');
    await countsBecome(one, { refused: 1 });
    expect((await targetsOfDecision(one)).items[0]).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    expect(one.view.head('ll-gov:1')?.version).toBe(2);
  });

  it('decision with 2,274 targets: each has exactly one event, with two publishers, one of which stops on the way', async () => {
    const count = 2_274;
    const [one, other] = [await city.start(), await city.start()];
    const sequences = Array.from({ length: count }, (_, index) => index + 1);
    await Promise.all(
      sequences.map((n) => publish(one, `ll-gov:${n}`, { documentNumber: { raw: number(n) } })),
    );
    await decide(
      one,
      sequences.map((n) => repeals({ number: number(n) })),
    );
    await vi.waitFor(
      async () => expect((await targetsOfDecision(one)).counts['applied']).toBeGreaterThan(100),
      { timeout: 20_000 },
    );
    await one[Symbol.asyncDispose]();
    await countsBecome(other, { applied: count });
    const third = await city.start();
    await countsBecome(third, { applied: count });
    const histories = await city.admitted();
    for (const n of sequences) expect(histories.get(`ll-gov:${n}`)).toHaveLength(2);
  }, 60_000);
});
