import type { Document, LifecycleEntry } from '@gongwen/schemas';
import { beforeEach, describe, expect, it } from 'vitest';
import { type GivenPortal, type Happening, givenPortal } from './given-portal.ts';

const coming: LifecycleEntry = { change: 'amended', effectiveOn: '2027-06-01', version: 2 };
const published: Happening = [
  'published',
  {},
  { effectiveUntil: '2027-12-31', body: { text: '第一条 咨询地址河东路九号。' } },
];
const amended: Happening = [
  'amended',
  { kind: 'amendment', effectiveOn: '2027-06-01', note: '提高标准' },
  {
    textVersion: 2,
    title: '就业见习补贴办法',
    lifecycle: [coming],
    body: { text: '第一条 标准提高。河东路九号。' },
  },
];
const corrected: Happening = [
  'corrected',
  { note: '删去地址', gazetteCorrected: false },
  { textVersion: 3, body: { text: '第一条 标准提高。' } },
];
const renewed: Happening = [
  'renewed',
  { effectiveUntil: '2030-12-31', effectiveOn: '2028-01-01' },
  {
    effectiveUntil: '2030-12-31',
    lifecycle: [coming, { change: 'renewed', effectiveOn: '2028-01-01', version: 3 }],
  },
];
const linked: Happening = [
  'linked',
  { added: [{ type: 'interpreted_by', target: { title: '一图读懂' } }], removed: [] },
  { relations: [{ type: 'interpreted_by', target: { title: '一图读懂' } }] },
];

let given: GivenPortal;
beforeEach(() => {
  given = givenPortal();
});

const documentAt = async (id: string, query: string) => {
  const answer = await given.app.request(`/v1/documents/${id}${query}`);
  return (await answer.json()) as { version: number; document: Document };
};

describe('while an amendment is yet to take effect', () => {
  it('today’s text is the old one, with the term, the relations and the owner of today', async () => {
    const id = await given.live('a', [published, amended, renewed, linked]);
    for (const query of ['?at=2026-11-25', '?version=1']) {
      const { document } = await documentAt(id, query);
      expect(document).toMatchObject({
        title: '就业补贴办法',
        body: { text: '第一条 咨询地址河东路九号。' },
        textVersion: 1,
        effectiveUntil: '2030-12-31',
        relations: [{ target: { title: '一图读懂' } }],
      });
    }
    for (const path of [`/documents/${id}`, `/qr/${id}`]) {
      const page = await given.text(path);
      expect(page).toContain('有效期至 2030-12-31');
      expect(page).not.toContain('2027-12-31');
      expect(page).toContain('一图读懂');
    }
  });

  it('a later correction takes the uncorrected text off today’s page, which says what it shows instead', async () => {
    const id = await given.live('a', [published, amended, corrected, linked]);
    for (const query of ['', '?at=2026-11-25', '?at=2027-05-31']) {
      const page = await given.text(`/documents/${id}${query}`);
      expect(page).toContain(
        '适用的文本已随一项修改一并勘误（第 3 号），勘误与修改无法分开；以下是勘误后的第 3 版文本。',
      );
      expect(page).toContain('其中的修改自 2027-06-01 起施行，此前尚未生效。');
      expect(page).not.toContain('河东路');
    }
    expect(await given.text(`/documents/${id}`)).not.toContain('name="robots"');
    expect(await documentAt(id, '?at=2026-11-25')).toMatchObject({
      version: 4,
      document: { textVersion: 3 },
    });
    expect(await given.text(`/qr/${id}?v=1`)).toContain(
      '您手中的是第 1 版文本，文字已有不同；目前公开的文本为第 3 版。',
    );
  });

  it('a text from before the correction, asked for by its number, is not called today’s', async () => {
    const id = await given.live('a', [published, amended, corrected]);
    for (const version of [1, 2]) {
      const page = await given.text(`/documents/${id}?version=${version}`);
      expect(page).toContain(`这是第 ${version} 版文本，此后已勘误（第 3 号）。`);
      expect(page).not.toContain('这是现行的');
    }
  });

  it('a correction as the newest event counts, before it is archived', async () => {
    const id = await given.live('a', [published, amended]);
    await given.put('a', { textVersion: 3, lifecycle: [coming], body: { text: '第一条 标准提高。' } }, 3);
    expect(await given.text(`/documents/${id}`)).not.toContain('河东路');
  });

  it('a correction from before it is part of both texts', async () => {
    const before: Happening = [
      'corrected',
      { note: '删去地址', gazetteCorrected: false },
      { textVersion: 2, body: { text: '第一条 原标准。' } },
    ];
    const later: LifecycleEntry = { ...coming, version: 3 };
    const [type, change, document] = amended;
    const id = await given.live('a', [
      published,
      before,
      [type, change, { ...document, textVersion: 3, lifecycle: [later] }],
    ]);
    expect(await documentAt(id, '?at=2026-11-25')).toMatchObject({
      version: 2,
      document: { textVersion: 2 },
    });
    expect(await given.text(`/documents/${id}`)).toContain(
      '这是现行的第 2 版文本。另有修改自 2027-06-01 起施行。',
    );
  });

  it('a text of a time that is over is shown as it read then', async () => {
    const over: LifecycleEntry = { ...coming, effectiveOn: '2026-06-01' };
    const [type, , document] = amended;
    const change = { kind: 'amendment', effectiveOn: '2026-06-01', note: '提高标准' };
    const id = await given.live('a', [
      published,
      [type, change, { ...document, lifecycle: [over] }],
      corrected,
    ]);
    expect(await documentAt(id, '?at=2026-02-01')).toMatchObject({
      version: 1,
      document: { textVersion: 1 },
    });
    expect(await given.text(`/documents/${id}?at=2026-02-01`)).toContain('这是第 1 版文本，不是现行文本。');
  });

  it('the page says of its text that it is ahead', async () => {
    const id = await given.live('a', [published, amended]);
    const page = await given.text(`/documents/${id}`);
    expect(page).toContain('自 2027-06-01 起（尚未施行）：');
    expect(page).not.toContain('至 今');
  });

  it('a cached answer is not taken for that of a later version', async () => {
    const id = await given.live('a', [published, amended]);
    const etag = async () => (await given.app.request(`/v1/documents/${id}?version=1`)).headers.get('etag');
    const before = await etag();
    await given.live('a', [published, amended, linked]);
    expect(await etag()).not.toBe(before);
  });
});
