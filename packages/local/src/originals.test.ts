import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { hashKey, scopes } from '@gongwen/publisher';
import type { Document, FileReference } from '@gongwen/schemas';
import { type Client, createClient } from '@gongwen/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalSystem, startLocal } from './start-local.ts';

// real originals, which stay outside of the repository
const folder = new URL('../../../../shared/data/files/', import.meta.url).pathname;
const manifest = join(folder, 'MANIFEST.tsv');
const isThere = existsSync(manifest);
const timeout = 20_000;

interface Original {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

type Rendition = NonNullable<Document['renditions']>[number];
const kinds: Readonly<Record<string, { readonly mediaType: string; readonly role: Rendition['role'] }>> = {
  '.ofd': { mediaType: 'application/ofd', role: 'original' },
  '.pdf': { mediaType: 'application/pdf', role: 'original' },
  '.html': { mediaType: 'text/html', role: 'html' },
};
const kindOf = (name: string) => kinds[extname(name)] ?? { mediaType: '', role: 'original' as const };

const originals: readonly Original[] = isThere
  ? readFileSync(manifest, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [name = '', bytes = '', sha256 = ''] = line.split('\t');
        return { name, bytes: Number(bytes), sha256 };
      })
  : [];

/** No program opens the first without its password; the others open in some, or show nothing that could be searched. */
const troublesome = [
  'libreoffice-writer-password.pdf',
  'encrypted_doc_no_id.pdf',
  'issue-297.pdf',
  'imagemagick-CCITTFaxDecode.pdf',
];

describe.runIf(isThere)('a system that is given real originals', () => {
  let directory: string;
  let system: LocalSystem;
  let client: Client;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'gongwen-originals-'));
    system = await startLocal({
      dataDirectory: directory,
      gates: [],
      departments: [
        {
          id: 'll-hrss',
          name: '临澜市人力资源和社会保障局',
          level: 'city',
          regionCode: '379900',
          keys: [{ id: 'cms', sha256: hashKey('key'), scopes }],
        },
      ],
    });
    client = createClient({ baseUrl: system.url, token: 'key' });
  });

  afterAll(async () => {
    await system[Symbol.asyncDispose]();
    rmSync(directory, { recursive: true });
  });

  const upload = (name: string, mediaType = kindOf(name).mediaType) =>
    client.files.uploadFile(join(folder, name), { mediaType });

  async function publish(localId: string, renditions: readonly Rendition[]): Promise<string> {
    const documentId = `ll-hrss:${localId}`;
    const { receiptId } = await client.documents.publish({
      documentId,
      document: {
        docClass: 'other_policy_document',
        title: `临澜市公布的第${localId}号文件`,
        issuers: [{ name: '临澜市人力资源和社会保障局' }],
        issuedOn: '2026-03-02',
        publishedOn: '2026-03-05',
        disclosure: 'active',
        renditions: [...renditions],
      },
    });
    await client.receipts.wait(receiptId, { until: 'indexed', timeoutMs: timeout });
    return documentId;
  }

  async function download(documentId: string, { sha256 }: FileReference) {
    const answer = await fetch(`${system.url}/v1/documents/${documentId}/files/${sha256}`);
    const content = Buffer.from(await answer.arrayBuffer());
    return { headers: answer.headers, sha256: createHash('sha256').update(content).digest('hex') };
  }

  it('gives every one back byte for byte, under its own name', { timeout }, async () => {
    expect(originals).toHaveLength(19);
    const renditions = await Promise.all(
      originals.map(async ({ name }) => ({ role: kindOf(name).role, file: await upload(name) })),
    );
    const documentId = await publish('all', renditions);
    const { document } = await client.documents.get(documentId);
    const files = (document.renditions ?? []).map(({ file }) => file);
    expect(files.map(({ filename, bytes, sha256 }) => ({ name: filename, bytes, sha256 }))).toEqual(
      originals,
    );
    for (const file of files) {
      expect(await system.store.head(`originals/${file.sha256}`)).toMatchObject({ bytes: file.bytes });
      const { headers, sha256 } = await download(documentId, file);
      expect(sha256).toBe(file.sha256);
      expect(headers.get('content-type')).toBe('application/octet-stream');
      expect(nameIn(headers.get('content-disposition') ?? '')).toBe(file.filename);
    }
  });

  // an archive keeps what it is given: to open, decrypt or mend it would break the hash and any seal
  it.each(troublesome)('keeps %s as it came, and takes no text from it', { timeout }, async (name) => {
    const file = await upload(name);
    const documentId = await publish(`whole-${troublesome.indexOf(name)}`, [{ role: 'original', file }]);
    expect((await download(documentId, file)).sha256).toBe(
      originals.find((original) => original.name === name)?.sha256,
    );
    expect((await client.documents.get(documentId)).document).not.toHaveProperty('body');
    expect((await system.index.get(documentId))?.document.text).toBe('');
  });

  it.each([
    ['附表二：应税污染物和当量值表.pdf', 'application/ofd', 'FILE_TYPE_MISMATCH'],
    ['signed-ses-v4.ofd', 'application/pdf', 'FILE_TYPE_MISMATCH'],
    ['signed-ses-v4.ofd', 'application/msword', 'FILE_TYPE_MISMATCH'],
    ['issue-297.pdf', 'text/html', 'FILE_TYPE_MISMATCH'],
    ['govcn-5351624.html', 'application/pdf', 'FILE_TYPE_MISMATCH'],
    ['govcn-5351624.html', 'application/xhtml+xml', 'FILE_TYPE_NOT_ALLOWED'],
  ])('refuses %s as %s', async (name, mediaType, code) => {
    await expect(upload(name, mediaType)).rejects.toMatchObject({ code });
  });
});

/** RFC 6266: the extended name counts, when there is one. */
function nameIn(header: string): string {
  const [, extended] = /filename\*=UTF-8''([^;]+)/.exec(header) ?? [];
  const [, plain = ''] = /filename=([^;]+)/.exec(header) ?? [];
  return extended === undefined ? plain : decodeURIComponent(extended);
}
