import { createHash } from 'node:crypto';
import type { Document } from '@gongwen/schemas';
import { beforeEach, describe, expect, it } from 'vitest';
import { type GivenPortal, type Happening, givenPortal } from './given-portal.ts';

const content = Buffer.from('%PDF-1.7 住址在河东路九号');
const sha256 = createHash('sha256').update(content).digest('hex');
const file = { sha256, bytes: content.length, mediaType: 'application/pdf', filename: '名单.pdf' };
const withAddress: Partial<Document> = {
  body: { text: '第一条 住址在河东路九号。' },
  renditions: [{ role: 'original', file }],
};
const redacted: Partial<Document> = {
  publication: { state: 'published' },
  body: { text: '第一条 住址从略。' },
  renditions: [],
};

type ReasonCode = NonNullable<Document['publication']['reasonCode']>;

/** Before the withdrawal, the withdrawal, and the restoration. */
function redaction(before: readonly Happening[], reasonCode: ReasonCode): Happening[] {
  const why = { reasonCode, publicReason: '附件有误' };
  return [
    ...before,
    [
      'withdrawn',
      { ...why, authorizer: '王处长' },
      { ...tombstone, publication: { state: 'withdrawn', ...why } },
    ],
    ['restored', { reason: '已处理', authorizer: '王处长' }, { ...redacted, textVersion: 8 }],
  ];
}

const tombstone = { body: undefined, renditions: undefined } as unknown as Partial<Document>; // left out of the JSON
const published: Happening = ['published', { note: '公布河东路九号的名单' }, withAddress];
const amended = (version: number, effectiveOn: string): Happening => [
  'amended',
  { kind: 'amendment', effectiveOn, note: '修改第一条' },
  { textVersion: version, lifecycle: [{ change: 'amended', effectiveOn, version }] },
];

let given: GivenPortal;
beforeEach(async () => {
  given = givenPortal();
  await given.store.put({ key: `originals/${sha256}`, content, sha256 });
});

async function answers(id: string, query: string): Promise<[number, string][]> {
  const paths = [`/v1/documents/${id}${query}`, `/documents/${id}${query}`];
  return Promise.all(
    paths.map(async (path): Promise<[number, string]> => {
      const answer = await given.app.request(path);
      return [answer.status, await answer.text()];
    }),
  );
}

describe('a text that was withdrawn for good', () => {
  it.each<ReasonCode>(['privacy', 'classified', 'published_by_mistake'])(
    'for %s stays closed after the restoration, with its file',
    async (reasonCode) => {
      const id = await given.live('a', redaction([published], reasonCode));
      for (const query of ['?version=1', '?version=2']) {
        for (const [status, body] of await answers(id, query)) {
          expect([status, body]).toEqual([410, expect.not.stringContaining('河东路')]);
        }
      }
      const answer = await given.app.request(`/v1/documents/${id}/files/${sha256}`);
      expect([answer.status, await answer.json()]).toMatchObject([410, { code: 'DOCUMENT_WITHDRAWN' }]);
    },
  );

  it('says why', async () => {
    const id = await given.live('a', redaction([published], 'privacy'));
    const answer = await given.app.request(`/v1/documents/${id}?version=1`);
    expect(await answer.json()).toMatchObject({
      code: 'DOCUMENT_WITHDRAWN',
      detail: expect.stringContaining('这一文本已撤回，不再公开（涉及个人隐私）：附件有误'),
    });
    const page = await given.text(`/documents/${id}?version=1`);
    expect(page).toContain('<h1>这一文本已撤回</h1>');
    expect(page).toContain(`<a href="/documents/${id}">查看目前公开的文本</a>`);
  });

  it('is neither linked nor told of by the page of the restored document', async () => {
    const id = await given.live('a', redaction([published], 'privacy'));
    const page = await given.text(`/documents/${id}`);
    expect(page).toContain('住址从略');
    expect(page).not.toContain('河东路');
    expect(page).not.toContain('?version=1"');
    expect(page).not.toContain('?version=2"');
    expect(page).toContain(`href="/documents/${id}?version=3"`);
    const versions = await given.text(`/v1/documents/${id}/versions`);
    expect(versions).not.toContain('河东路');
  });

  it('is closed behind a second withdrawal for another reason, too', async () => {
    const id = await given.live('a', redaction(redaction([published], 'privacy'), 'erroneous'));
    expect((await answers(id, '?version=1')).map(([status]) => status)).toEqual([410, 410]);
    expect((await answers(id, '?version=3')).map(([status]) => status)).toEqual([200, 200]);
  });

  it.each([
    ['2026-02-01', '2026-06-01', '2026-02-01 适用的文本已撤回，不再公开；以下是此后恢复公开的第 8 版文本。'],
    ['2026-11-25', '2027-06-01', '其中的修改自 2027-06-01 起施行，此前尚未生效。'],
  ])('gives way on %s to the text that is left, and the page says so', async (at, effectiveOn, words) => {
    const id = await given.live('a', redaction([published, amended(2, effectiveOn)], 'privacy'));
    for (const query of [`?at=${at}`, at === '2026-11-25' ? '' : `?at=${at}`]) {
      for (const [status, body] of await answers(id, query)) {
        expect(status).toBe(200);
        expect(body).not.toContain('河东路');
      }
    }
    const resource = await (await given.app.request(`/v1/documents/${id}?at=${at}`)).json();
    expect(resource).toMatchObject({ version: 4, textFrom: effectiveOn });
    const page = await given.text(`/documents/${id}?at=${at}`);
    expect(page).toContain(words);
    expect(page).not.toContain('本系统未收录');
    expect(page).toContain('第 1 版文本（已撤回）');
  });

  it('is told of to whoever holds the paper', async () => {
    const id = await given.live('a', redaction([published], 'privacy'));
    expect(await given.text(`/qr/${id}?v=1`)).toContain('您手中的文本已撤回，不再公开；现行文本为第 8 版。');
  });

  it('is not shown while the record that may have closed it is not archived', async () => {
    const id = await given.live('a', [published]);
    await given.put('a', redacted, 3);
    expect((await answers(id, '?version=1')).map(([status]) => status)).toEqual([503, 503]);
    expect((await given.app.request(`/v1/documents/${id}/files/${sha256}`)).status).toBe(404);
    expect(await given.text(`/documents/${id}`)).not.toContain('河东路');
  });
});

describe('a text that was withdrawn because it was wrong', () => {
  it('stays part of the history, with its file', async () => {
    const id = await given.live('a', redaction([published], 'erroneous'));
    expect((await answers(id, '?version=1')).map(([status]) => status)).toEqual([200, 200]);
    expect((await given.app.request(`/v1/documents/${id}/files/${sha256}`)).status).toBe(200);
  });
});

it('a file that the restored document names again is public again', async () => {
  const [first, second, [type, change, document]] = redaction([published], 'privacy') as [
    Happening,
    Happening,
    Happening,
  ];
  const { renditions } = withAddress;
  const id = await given.live('a', [
    first,
    second,
    [type, change, { ...document, ...(renditions && { renditions }) }],
  ]);
  expect((await given.app.request(`/v1/documents/${id}/files/${sha256}`)).status).toBe(200);
});

it('an invented hash is answered without reading records', async () => {
  const id = await given.live('a', redaction([published], 'privacy'));
  given.store.get = () => Promise.reject(new Error('read'));
  const answer = await given.app.request(`/v1/documents/${id}/files/${'0'.repeat(64)}`);
  expect(answer.status).toBe(404);
});
