import { createHash } from 'node:crypto';
import type { Document, DocumentList } from '@gongwen/schemas';
import { beforeEach, describe, expect, it } from 'vitest';
import { type GivenPortal, givenPortal } from './given-portal.ts';
import { createPortal } from './portal.ts';

let search: GivenPortal['search'];
let store: GivenPortal['store'];
let app: GivenPortal['app'];
let options: GivenPortal['options'];
let put: GivenPortal['put'];
let archive: GivenPortal['archive'];
let text: GivenPortal['text'];

beforeEach(() => {
  ({ search, store, app, options, put, archive, text } = givenPortal());
});

/** Its first version, whatever has become of it. */
async function archivePublished(documentId: string, change: Partial<Document>) {
  const { snapshot } = (await search.get(documentId))!.document;
  await archive('published', 1, { ...snapshot, publication: { state: 'published' }, ...change }, {});
}

const attack = '<script>alert(1)</script>';

describe('pages', () => {
  it('escape whatever a document or a query brings', async () => {
    const id = await put('x', {
      title: `办法${attack}`,
      issuers: [{ name: attack }],
      documentNumber: { raw: attack },
      body: { text: `第一条 ${attack}` },
    });
    for (const path of [`/documents/${id}`, `/qr/${id}`, '/', `/?q=${encodeURIComponent(attack)}`]) {
      expect(await text(path)).not.toContain('<script>alert');
    }
  });

  it('clean the HTML of a body', async () => {
    const html =
      '<p onclick="x()">一</p><img src=x onerror=x()><a href="javascript:x()">二</a><iframe src="//e"></iframe><svg><style><img src=x onerror=x()>';
    const page = await text(`/documents/${await put('h', { body: { html } })}`);
    expect(page).toContain('<p>一</p>');
    for (const bad of ['onclick', 'onerror', 'javascript:', '<iframe', '<svg'])
      expect(page).not.toContain(bad);
  });

  it('load nothing from elsewhere and forbid scripts', async () => {
    const answer = await app.request(`/documents/${await put('c')}`);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await answer.text();
    expect(page.match(/(?:src|href)="https?:\/\/[^"]*"/g)).toEqual([
      'href="https://gongwen.example/documents/ll-hrss:c"', // canonical
    ]);
  });

  it('tell by whose decision its force changed, and what others say of it, from either side', async () => {
    const target = await put('t', {
      documentNumber: { raw: '临人社发〔2026〕3号', canonical: '临人社发〔2026〕3号' },
      lifecycle: [
        {
          change: 'repealed',
          effectiveOn: '2026-05-01',
          version: 2,
          decision: { documentId: 'll-hrss:d', title: '清理决定' },
        },
      ],
    });
    const decision = await put('d', {
      title: '清理决定',
      docClass: 'lifecycle_decision',
      undisclosedTargetCount: 7,
      relations: [{ type: 'repeals', target: { number: '临人社发[2026]3号' } }],
    });
    const page = await text(`/documents/${target}`);
    expect(page).toContain('效力沿革');
    expect(page).toContain('<td>2026-05-01</td>');
    expect(page.replaceAll(/\s+/g, '')).toContain('清理决定</a>：废止本文件');
    const other = await text(`/documents/${decision}`);
    expect(other).toContain('另有 7 件不公开的文件');
    const [, lookup = ''] = /href="(\/lookup[^"]*)"/.exec(other) ?? [];
    const answer = await app.request(lookup);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/documents/${target}`);
  });

  it('say so when a citation means nothing that is known here', async () => {
    expect((await app.request('/lookup?number=x')).status).toBe(404);
    expect((await app.request('/lookup')).status).toBe(400);
  });

  const ended = (change: 'repealed' | 'expired' | 'declared_lapsed', effectiveOn: string) => ({
    lifecycle: [{ change, effectiveOn, version: 1, decision: { title: '某决定' } }],
  });
  it.each<[string, Partial<Document>]>([
    ['现行有效', {}],
    ['尚未施行', { effectiveFrom: '2027-01-01' }],
    ['已废止', ended('repealed', '2026-05-01')],
    ['宣布失效', ended('declared_lapsed', '2026-05-01')],
    ['期满失效', { effectiveUntil: '2026-11-24' }],
    ['政策解读', { docClass: 'interpretation' }],
    ['修改、废止、失效决定', { docClass: 'lifecycle_decision' }],
    ['已撤回', { publication: { state: 'withdrawn', publicReason: '误发', withdrawnOn: '2026-11-01' } }],
  ])('the QR page answers first of all: %s', async (status, change) => {
    const page = await text(`/qr/${await put('q', change)}`);
    expect(page).toContain(`<strong>${status}</strong>`);
    expect(page.indexOf('<strong>')).toBeLessThan(page.indexOf('<h1>'));
    expect(Buffer.byteLength(page)).toBeLessThan(100_000);
  });

  it('hide what has ended until it is asked for, and say so', async () => {
    await put('ended', { ...ended('repealed', '2026-05-01') });
    const page = await text('/?q=补贴');
    expect(page).toContain('共找到 0 件文件');
    expect(page).toContain('另有 1 件在 2026-11-25 已失效或者废止');
    expect(page).toContain('href="/?q=%E8%A1%A5%E8%B4%B4&amp;ended=1"');
    expect(await text('/?q=补贴&ended=1')).toContain('共找到 1 件文件');
    expect(await text('/?q=补贴&filter[validity]=repealed')).toContain('共找到 1 件文件');
  });

  it('tell of a hit that has ended since when and by what', async () => {
    const decision = { documentId: 'll-gov:2026-9', title: '关于废止部分文件的决定' };
    const lifecycle = [{ change: 'repealed', effectiveOn: '2026-05-01', version: 1, decision }] as const;
    await put('ended', { lifecycle: [...lifecycle] });
    expect(await text('/?ended=1')).toMatch(
      /自 2026-05-01 起废止，依据\s+<a href="\/documents\/ll-gov:2026-9">关于废止部分文件的决定<\/a>/,
    );
  });

  it('ask for the validity on a date, and keep the date in the links', async () => {
    await put('ended', { ...ended('repealed', '2026-05-01') });
    const page = await text('/?at=2026-04-30');
    expect(page).toContain('按 2026-04-30 的效力，共找到 1 件文件');
    expect(page).toContain('href="/documents/ll-hrss:ended?at=2026-04-30"');
    expect(page).toContain('name="at" value="2026-04-30"');
    expect(await text('/?ended=1')).toContain('href="/documents/ll-hrss:ended"');
  });

  it('show a theme under the one it belongs to, and facets in Chinese', async () => {
    const facets = { themes: ['城乡建设\\城市规划'], officialForm: 'notice', level: 'city' } as const;
    await put('plan', { ...facets, themes: [...facets.themes] });
    const page = await text('/?filter[theme]=城乡建设\\城市规划');
    const [, , nested = ''] = /value="城乡建设"(.*?)<details open>(.*?)<\/details>/s.exec(page) ?? [];
    expect(nested).toMatch(/value="城乡建设\\城市规划"\s+checked/);
    expect(nested).toContain('城市规划（1）');
    for (const label of ['通知（1）', '市级（1）', '无解读（1）']) expect(page).toContain(label);
  });

  it('keep a chosen value among the choices when nothing has it', async () => {
    await put('a');
    const page = await text('/?filter[year]=1999');
    expect(page).toMatch(/value="1999"\s+checked/);
    expect(page).toContain('2026（1）');
  });

  it('ask for the year and the sequence of a number', async () => {
    const documentNumber = { raw: '临人社发〔2026〕7号', year: 2026, sequence: 7 };
    await put('seven', { documentNumber });
    expect(await text('/?numberYear=2026&numberSequence=7')).toContain('共找到 1 件文件');
    expect(await text('/?numberYear=2026&numberSequence=8')).toContain('共找到 0 件文件');
    expect(await text('/?numberYear=&numberSequence=&at=')).toContain('共找到 1 件文件');
  });

  it('answer an unknown document with a page, not with JSON', async () => {
    const answer = await app.request('/documents/ll-hrss:none');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  });
});

describe('a document among its neighbours', () => {
  it('is the middle of a chain from its basis to what people get by it, on the page of its QR code', async () => {
    const target = { documentId: 'll-hrss:plan' };
    await put('plan', { relations: [{ type: 'based_on', target: { title: '临澜市河道保护条例' } }] });
    await put('money', {
      title: '补贴申领',
      docClass: 'qa_entry',
      relations: [{ type: 'redemption_of', target }],
    });
    await put('asked', {
      title: '意见征集',
      docClass: 'decision_process_item',
      relations: [{ type: 'consultation_for', target }],
    });
    await put('why', {
      title: '规划解读',
      docClass: 'interpretation',
      relations: [{ type: 'interprets', target }],
    });
    await put('gazette', {
      title: '公报',
      docClass: 'gazette_issue',
      relations: [{ type: 'carries', target }],
    });
    const page = await text('/qr/ll-hrss:plan');
    const names = ['政策依据', '意见征集', '政府公报', '政策解读', '政策兑现'];
    const found = [...page.matchAll(/<li>\s*(政\S+|意\S+|草案|会议审议|配套文件)\s*<ul>/g)].map(
      ([, name]) => name,
    );
    expect(found).toEqual(names);
    expect(page).toContain('/lookup?title=%E4%B8%B4%E6%BE%9C');
    expect(page).toContain('/documents/ll-hrss:money');
  });

  it('names what it cites by id only', async () => {
    await put('jd', { title: '一图读懂', docClass: 'interpretation' });
    const relations = [
      { type: 'interpreted_by' as const, target: { documentId: 'll-hrss:jd' } },
      { type: 'based_on' as const, target: { documentId: 'll-hrss:nowhere' } },
    ];
    const page = await text(`/documents/${await put('cites', { relations })}`);
    expect(page).toContain('<a href="/documents/ll-hrss:jd">一图读懂</a>');
    expect(page).toContain('<a href="/documents/ll-hrss:nowhere">ll-hrss:nowhere</a>');
  });

  it('tells the day of a change as the city counts it, and no validity of what has none', async () => {
    const id = await put('jd', { docClass: 'interpretation' });
    const { snapshot } = (await search.get(id))!.document;
    await archive('published', 1, snapshot, {}, '2026-01-11T16:30:00Z');
    const page = await text(`/documents/${id}`);
    expect(page).toContain('发布，2026-01-12');
    expect(page).not.toContain('效力沿革');
  });

  it('has no chain when nothing is known of it', async () => {
    expect(await text(`/qr/${await put('alone')}`)).not.toContain('政策链条');
  });

  it('knows the gazette that printed it, and the gazette what it prints', async () => {
    const id = await put('printed');
    const issue = await put('gazette', {
      docClass: 'gazette_issue',
      gazetteIssue: { year: 2019, numbers: [3, 4], totalNumber: 390 },
      relations: [{ type: 'carries', target: { documentId: id, title: '就业补贴办法' } }],
    });
    const page = await text(`/documents/${issue}`);
    expect(page).toContain('2019年第3、4期（总390期）');
    expect(page).toContain('本期目录');
    expect(await text(`/documents/${id}`)).toContain('刊登本文件');
  });
});

describe('the read API', () => {
  it('answers a document with its validity on any date, and 304 when it is known', async () => {
    const id = await put('d', { effectiveUntil: '2026-06-30' });
    const answer = await app.request(`/v1/documents/${id}`);
    expect(await answer.json()).toMatchObject({ validity: 'expired', validityLabel: '期满失效' });
    expect(await (await app.request(`/v1/documents/${id}?at=2026-06-30`)).json()).toMatchObject({
      validity: 'in_force',
    });
    const again = await app.request(`/v1/documents/${id}`, {
      headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('says from when its text is held, in the answer and on the page', async () => {
    const provenance = { sources: [], gaps: [], textFrom: '2026-03-01' };
    const id = await put('imported', { provenance });
    expect(await (await app.request(`/v1/documents/${id}?at=2026-02-01`)).json()).toMatchObject({
      textFrom: '2026-03-01',
    });
    expect(await text(`/documents/${id}?at=2026-02-01`)).toContain('本系统未收录 2026-02-01 的文本');
    expect(await text(`/documents/${id}?at=2026-03-01`)).not.toContain('本系统未收录');
  });

  it('refuses a date that does not exist', async () => {
    const answer = await app.request(`/v1/documents/${await put('a')}?at=2026-02-30`);
    expect(await answer.json()).toMatchObject({ code: 'PARAMETER_INVALID' });
  });

  it('tells why a document was withdrawn', async () => {
    const id = await put('w', { publication: { state: 'withdrawn', publicReason: '误发' } });
    const answer = await app.request(`/v1/documents/${id}`);
    expect([answer.status, await answer.json()]).toMatchObject([
      410,
      { code: 'DOCUMENT_WITHDRAWN', detail: expect.stringContaining('误发') },
    ]);
  });

  it('gives no older text of what was withdrawn', async () => {
    const id = await put('gone', { publication: { state: 'withdrawn', publicReason: '涉及个人隐私' } });
    await archivePublished(id, { body: { text: '住址在河东路九号' } });
    for (const query of ['?version=1', '?at=2026-02-01']) {
      expect((await app.request(`/v1/documents/${id}${query}`)).status).toBe(410);
      expect(await text(`/documents/${id}${query}`)).not.toContain('河东路');
    }
  });

  it.each([
    'colour=red',
    'limit=0',
    'limit=101',
    'sort=x',
    'at=2026-02-30',
    'includeEnded=1',
    'numberYear=26',
    'numberSequence=x',
    'facets=x',
    'filter[x]=1',
    'cursor=zzz',
  ])('refuses the parameter %s', async (query) => {
    const answer = await app.request(`/v1/search?${query}`);
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'PARAMETER_INVALID' }]);
  });

  it('lists what has ended only when it is asked for, with what ended it', async () => {
    const decision = { title: '关于废止部分文件的决定' };
    await put('ended', {
      lifecycle: [{ change: 'repealed', effectiveOn: '2026-05-01', version: 1, decision }],
    });
    await put('lapsed', { effectiveUntil: '2026-06-30' });
    await put('standing');
    const ids = async (query: string) => {
      const { items } = (await (await app.request(`/v1/documents?${query}`)).json()) as DocumentList;
      return items.map(({ documentId, endedOn, endedBy }) => [documentId, endedOn, endedBy?.title]);
    };
    const repealed = ['ll-hrss:ended', '2026-05-01', '关于废止部分文件的决定'];
    const lapsed = ['ll-hrss:lapsed', '2026-07-01', undefined];
    const standing = ['ll-hrss:standing', undefined, undefined];
    expect(await ids('')).toEqual([standing]);
    expect(await ids('includeEnded=true')).toEqual([repealed, lapsed, standing]);
    expect(await ids('filter[validity]=expired')).toEqual([lapsed]);
    expect((await ids('at=2026-04-30')).map(([id]) => id)).toEqual([
      'll-hrss:ended',
      'll-hrss:lapsed',
      'll-hrss:standing',
    ]);
  });

  it('finds an agency by its other names, those of the operator too', async () => {
    const synonyms = [['临澜审批局', '临澜市行政审批服务局']];
    const portal = createPortal({ ...options, synonyms });
    await put('hrss', { body: { text: '由市人力资源和社会保障局与临澜市行政审批服务局负责。' } });
    for (const q of ['市人社局', '临澜审批局', '市人社局 负责']) {
      const answer = await portal.request(`/v1/search?q=${encodeURIComponent(q)}`);
      expect(await answer.json()).toMatchObject({ total: { value: 1 } });
    }
  });

  it('refuses a query that is too complex', async () => {
    const answer = await app.request(`/v1/search?q=${'a+'.repeat(90)}`);
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'QUERY_TOO_COMPLEX' }]);
  });

  it('pages through all hits with the link of each page', async () => {
    for (let number = 1; number <= 5; number++) await put(`p${number}`);
    const found: string[] = [];
    let next: string | undefined = '/v1/search?limit=2';
    while (next) {
      const page = (await (await app.request(next)).json()) as {
        items: { documentId: string }[];
        links: { next?: string };
      };
      found.push(...page.items.map(({ documentId }) => documentId));
      next = page.links.next;
    }
    expect(found.toSorted()).toEqual([1, 2, 3, 4, 5].map((number) => `ll-hrss:p${number}`));
  });
});

/** The cases of DOMAIN §16 that a citizen sees; the others are with the rules they test. */
describe('edge cases', () => {
  const found = async (query: string) => {
    const { items } = (await (await app.request(`/v1/documents?${query}`)).json()) as DocumentList;
    return items.map(({ documentId }) => documentId);
  };
  const number = { raw: '镇政发〔2026〕7号', canonical: '镇政发〔2026〕7号' };

  it('future version already adopted: the page tells which text holds today, and since when the other one will', async () => {
    const amended = { change: 'amended' as const, effectiveOn: '2027-01-01', version: 2 };
    const future = { textVersion: 2, lifecycle: [amended], body: { text: '第一条 2027年的文本。' } };
    const id = await put('f');
    const first = (await search.get(id))!.document.snapshot;
    await archive('published', 1, first, {});
    await put('f', future, 2);
    const newest = await text(`/documents/${id}?version=2`);
    expect(newest).toContain('这是第 2 版文本，其修改尚未施行，自 2027-01-01 起施行。');
    expect(newest).toContain('2027年的文本');
    const today = await text(`/documents/${id}`);
    expect(today).toContain('这是现行的第 1 版文本。另有修改自 2027-01-01 起施行。');
    expect(today).not.toContain('2027年的文本');
    expect(today).toContain(`href="/documents/${id}?version=2"`);
    expect(await text(`/documents/${id}?at=2027-01-01`)).toContain('2027年的文本');
    expect(await text(`/qr/${id}`)).toContain('现行文本为第 1 版');
    expect(await text(`/qr/${id}?v=1`)).toContain('您手中的文本与现行文本一致');
    expect(await text(`/qr/${id}?v=2`)).toContain('您手中的是第 2 版文本，文字已有不同；现行文本为第 1 版');
    expect(await text(`/qr/${id}?v=9`)).toContain('现行文本为第 1 版');
  });

  it('future version already adopted: is not announced of a document that is repealed before it', async () => {
    const lifecycle: Document['lifecycle'] = [
      { change: 'amended', effectiveOn: '2027-01-01', version: 2 },
      { change: 'repealed', effectiveOn: '2026-12-01', version: 3 },
    ];
    const id = await put('r', { lifecycle }, 3);
    for (const path of [`/documents/${id}`, `/qr/${id}`])
      expect(await text(path)).not.toContain('自 2027-01-01 起施行');
  });

  it('interpretation arrives before its document: each leads to the other once both are here', async () => {
    const target = { number: '镇政发[2026]第7号' };
    const interprets = await put('i', {
      docClass: 'interpretation',
      title: '一图读懂',
      relations: [{ type: 'interprets', target }],
    });
    const [, lookup = ''] = /href="(\/lookup[^"]*)"/.exec(await text(`/documents/${interprets}`)) ?? [];
    expect((await app.request(lookup)).status).toBe(404);
    const id = await put('n', { documentNumber: number });
    expect((await app.request(lookup)).headers.get('location')).toBe(`/documents/${id}`);
    expect((await text(`/documents/${id}`)).replaceAll(/\s+/g, '')).toContain('一图读懂</a>：解读本文件');
  });

  it('withdrawn then republished: is gone from search and page, and back in both', async () => {
    const id = await put('w');
    await put('w', { publication: { state: 'withdrawn', publicReason: '误发' } }, 2);
    expect([await found(''), (await app.request(`/documents/${id}`)).status]).toEqual([[], 410]);
    await put('w', {}, 3);
    expect([await found(''), (await app.request(`/documents/${id}`)).status]).toEqual([[id], 200]);
    expect(await text(`/qr/${id}`)).toContain('<strong>现行有效</strong>');
  });

  it('尚未施行 document repealed before taking effect: is never shown as in force', async () => {
    const lifecycle: Document['lifecycle'] = [{ change: 'repealed', effectiveOn: '2026-11-01', version: 2 }];
    const id = await put('e', { effectiveFrom: '2027-01-01', lifecycle }, 2);
    expect(await text(`/qr/${id}`)).toContain('<strong>已废止</strong>');
    expect(await found('at=2027-01-01')).toEqual([]);
    expect(await text(`/documents/${id}?at=2026-10-31`)).toContain('<strong>尚未施行</strong>');
  });

  it('two files from two of the 147 sites, same 文号: both are offered, none is chosen', async () => {
    for (const localId of ['a', 'b']) await put(localId, { documentNumber: number });
    const answer = await app.request(`/v1/lookup?number=${encodeURIComponent('镇政发[2026]7号')}`);
    expect(answer.status).toBe(300);
    const page = await app.request(`/lookup?number=${encodeURIComponent(number.raw)}`);
    expect(page.headers.get('location')).toMatch(/^\/\?q=/);
  });

  it.each<[string, Partial<Document>, string]>([
    ['retitled instrument', { formerTitles: ['就业见习补贴规定'] }, '《就业见习补贴规定》'],
    [
      'carrier with 3 instruments',
      { instruments: ['供水细则', '节水细则', '排水细则'].map((title) => ({ title })) },
      '节水细则',
    ],
  ])('%s: is found by what it was or carries', async (_case, change, title) => {
    const id = await put('t', change);
    const answer = await app.request(`/lookup?title=${encodeURIComponent(title)}`);
    expect(answer.headers.get('location')).toBe(`/documents/${id}`);
  });

  it('PDF-only body and OFD original: the files stand on the page, each under what it is', async () => {
    const file = (filename: string, mediaType: string) => ({
      sha256: 'ab'.repeat(32),
      bytes: 2048,
      filename,
      mediaType,
    });
    const id = await put('o', {
      renditions: [
        { role: 'original', file: file('办法.ofd', 'application/ofd') },
        { role: 'pdf', file: file('办法.pdf', 'application/pdf') },
      ],
    });
    const page = await text(`/documents/${id}`);
    expect(page).toContain(
      `<a href="/v1/documents/${id}/files/${'ab'.repeat(32)}" download="办法.ofd">原件：办法.ofd</a`,
    );
    expect(page).toContain('PDF：办法.pdf');
  });

  it('文号 missing: nothing is shown in its place', async () => {
    const id = await put('m');
    for (const path of [`/documents/${id}`, `/qr/${id}`, '/']) {
      const page = await text(path);
      expect(page).not.toContain('undefined');
      expect(page).not.toContain('<th scope="row">发文字号</th>');
    }
  });
});

describe('while the index is away', () => {
  it.each(['/documents/ll-hrss:a', '/qr/ll-hrss:a', '/v1/documents/ll-hrss:a', '/v1/documents?q=办法'])(
    '%s says so with 503, and not that there is nothing',
    async (path) => {
      search.get = () => Promise.reject(new Error('connect ECONNREFUSED'));
      search.search = () => Promise.reject(new Error('connect ECONNREFUSED'));
      const answer = await app.request(path);
      expect(answer.status).toBe(503);
      expect(await answer.text()).not.toContain('ECONNREFUSED');
    },
  );
});

describe('an original', () => {
  const content = Buffer.from('%PDF-1.7 办法');
  const sha256 = createHash('sha256').update(content).digest('hex');
  beforeEach(() => store.put({ key: `originals/${sha256}`, content, sha256 }));

  const file = {
    sha256,
    bytes: content.length,
    mediaType: 'application/pdf',
    filename: '附表一：税目 (a).pdf',
  };
  const renditions = [{ role: 'original' as const, file }];

  it('is an attachment, under the name that its document gives it', async () => {
    const page = await app.request(`/documents/${await put('f', { renditions })}`);
    const [, link = ''] = /href="(\/v1\/documents\/[^"]+\/files\/[^"]+)"/.exec(await page.text()) ?? [];
    const answer = await app.request(link);
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="?????? (a).pdf"; filename*=UTF-8\'\'%E9%99%84%E8%A1%A8%E4%B8%80%EF%BC%9A%E7%A8%8E%E7%9B%AE%20%28a%29.pdf',
    );
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(content);
  });

  it('is given also when only an older version has it', async () => {
    const id = await put('older', {}, 2);
    await archivePublished(id, { renditions });
    expect((await app.request(`/v1/documents/${id}/files/${sha256}`)).status).toBe(200);
  });

  it('goes with its document when that is withdrawn, for those too who know its hash', async () => {
    const id = await put('gone', { publication: { state: 'withdrawn', publicReason: '涉及个人隐私' } });
    await archivePublished(id, { renditions });
    const answer = await app.request(`/v1/documents/${id}/files/${sha256}`);
    expect([answer.status, await answer.json()]).toMatchObject([410, { code: 'DOCUMENT_WITHDRAWN' }]);
  });

  it('is not given with a document that does not name it', async () => {
    const answer = await app.request(`/v1/documents/${await put('other')}/files/${sha256}`);
    expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'FILE_NOT_FOUND' }]);
  });
});

it('says with 503 that an original cannot be given while the object store is away', async () => {
  store.get = () => Promise.reject(new Error('connect ECONNREFUSED'));
  const file = { sha256: 'a'.repeat(64), bytes: 1, mediaType: 'application/pdf', filename: 'a.pdf' };
  const id = await put('away', { renditions: [{ role: 'original', file }] });
  const answer = await app.request(`/v1/documents/${id}/files/${file.sha256}`);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ code: 'DEPENDENCY_UNAVAILABLE' });
});
