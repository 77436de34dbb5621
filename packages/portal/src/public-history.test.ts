import type { Document } from '@gongwen/schemas';
import { beforeEach, describe, expect, it } from 'vitest';
import { type GivenPortal, type Happening, givenPortal } from './given-portal.ts';

const evidence = {
  secrecyReview: { result: 'passed', by: '李四', on: '2026-01-10' },
  wordingCheck: {
    engine: 'linlan 1.0',
    at: '2026-01-10T00:00:00Z',
    hits: [{ text: '报导', severity: 'warning' }],
  },
};
const decision = { title: '关于修改部分文件的决定' };
const published: Happening = ['published', { note: '首次发布', evidence }, {}];
const repealed: Happening = [
  'repealed',
  { decision, effectiveOn: '2026-05-01', reason: '已有新规定' },
  { lifecycle: [{ change: 'repealed', effectiveOn: '2026-05-01', version: 2, decision }] },
];
const withdrawn: Happening = [
  'withdrawn',
  { reasonCode: 'erroneous', publicReason: '内容有误', authorizer: '王处长' },
  {
    publication: { state: 'withdrawn', publicReason: '内容有误', withdrawnOn: '2026-11-01' },
    documentNumber: { raw: '临人社发〔2026〕3号', canonical: '临人社发〔2026〕3号' },
    relations: [{ type: 'based_on', target: { title: '某某依据' } }],
    sourceUrls: ['https://linlan.example/old'],
    history: [{ on: '2020-01-01', event: 'adopted', text: '题注原文' }],
    provenance: { sources: [{ collection: '旧站', url: 'https://old.linlan.example/1' }], gaps: [] },
  },
];

let given: GivenPortal;
beforeEach(() => {
  given = givenPortal();
});

const versions = async (id: string) => {
  const answer = await given.app.request(`/v1/documents/${id}/versions`);
  return (await answer.json()) as { items: object[] };
};

describe('the list of versions', () => {
  it('has what is public of each change, and nothing of who checked or allowed it', async () => {
    const id = await given.live('a', [published, repealed]);
    const common = { eventId: expect.any(String), time: '2026-01-12T00:00:00Z' };
    expect(await versions(id)).toEqual({
      items: [
        { ...common, version: 1, type: 'cn.gongwen.document.published.v1', note: '首次发布' },
        {
          ...common,
          version: 2,
          type: 'cn.gongwen.document.repealed.v1',
          effectiveOn: '2026-05-01',
          decision,
        },
      ],
    });
  });

  it('has no notes of a withdrawn document', async () => {
    const id = await given.live('a', [published, withdrawn]);
    const { items } = await versions(id);
    expect(items.map((item) => Object.keys(item).toSorted())).toEqual(
      items.map(() => ['eventId', 'time', 'type', 'version']),
    );
  });

  it('is read one record after the other', async () => {
    const id = await given.live(
      'a',
      Array.from({ length: 12 }, () => published),
    );
    const { get } = given.store;
    let open = 0;
    let most = 0;
    given.store.get = async (key) => {
      most = Math.max(most, ++open);
      const content = await get.call(given.store, key);
      open--;
      return content;
    };
    expect((await versions(id)).items).toHaveLength(12);
    expect(most).toBe(1);
  });
});

describe('the page of a withdrawn document', () => {
  it('tells what it was and why it is gone, and nothing else', async () => {
    const id = await given.live('a', [published, withdrawn]);
    const answer = await given.app.request(`/documents/${id}`);
    const page = await answer.text();
    expect(answer.status).toBe(410);
    for (const fact of [
      '就业补贴办法',
      '临人社发〔2026〕3号',
      '人社局',
      '2026-01-10',
      '2026-01-12',
      '自 2026-11-01 起撤回。原因：内容有误',
    ]) {
      expect(page).toContain(fact);
    }
    for (const word of ['首次发布', '某某依据', '题注原文', 'old.linlan', 'ld+json', '变更记录', 'qr.svg']) {
      expect(page).not.toContain(word);
    }
  });

  it('of its QR code has no text to speak of, and no chain', async () => {
    const page = await given.text(`/qr/${await given.live('a', [published, withdrawn])}?v=1`);
    expect(page).toContain('<strong>已撤回</strong>');
    for (const word of ['现行文本', '您手中', '某某依据', '查看全文']) expect(page).not.toContain(word);
  });
});

describe('the page of a document', () => {
  it('lists the newest hundred changes and says that there are more', async () => {
    const id = await given.live(
      'a',
      Array.from({ length: 103 }, () => published),
    );
    const page = await given.text(`/documents/${id}`);
    expect(page).toContain('变更较多，仅列最近 100 号。');
    expect(page).toContain('?version=4"');
    expect(page).not.toContain('?version=3"');
    expect(await given.text(`/documents/${await given.live('b', [published])}`)).not.toContain('仅列最近');
  });

  it.each<[string | undefined, Partial<Document>]>([
    ['InForce', {}],
    ['NotInForce', { effectiveUntil: '2026-06-30' }],
    ['NotInForce', { effectiveFrom: '2027-01-01' }],
    [undefined, { docClass: 'interpretation' }],
    [undefined, { provenance: { sources: [], gaps: ['validity'] } }],
  ])('tells machines of its force: %s', async (force, change) => {
    const page = await given.text(`/documents/${await given.put('a', change)}`);
    const [, data = ''] = /ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    expect((JSON.parse(data) as { legislationLegalForce?: string }).legislationLegalForce).toBe(force);
  });

  it('counts changes by number and says until when it knows', async () => {
    const page = await given.text(`/documents/${await given.live('a', [published])}`);
    expect(page.replaceAll(/\s+/g, ' ')).toContain('?version=1">第 1 号</a> 发布，2026-01-12：首次发布');
    expect(page).toContain('截至 2026-11-25');
    expect(page).not.toContain('推算');
  });
});

describe('the search page', () => {
  it('names what a document is where it has no validity, and the levels in full', async () => {
    await given.put('a', { docClass: 'interpretation', level: 'national' });
    const page = await given.text('/');
    expect(page).toContain('<span class="badge other">政策解读</span>');
    expect(page).toContain('国家级（1）');
  });
});
