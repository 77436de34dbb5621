import { createHash } from 'node:crypto';
import { createMemoryObjectStore } from '@gongwen/ports/memory';
import { expect, it } from 'vitest';
import { findBrokenFiles } from './find-broken-files.ts';
import { inputOf, sampleHead } from './sample-head.ts';

it('finds files that the store lacks or holds in another size', async () => {
  await using store = createMemoryObjectStore();
  const content = Buffer.from('办法');
  const sha256 = createHash('sha256').update(content).digest('hex');
  await store.put({ key: `originals/${sha256}`, content, sha256 });
  const file = { sha256, bytes: content.length, mediaType: 'text/plain', filename: '办法.txt' };
  const lost = { ...file, sha256: '2b'.repeat(32), filename: '附件.txt' };
  const findings = await findBrokenFiles(
    inputOf(
      sampleHead('sound', { renditions: [{ role: 'original', file }] }),
      sampleHead('short', { body: { file: { ...file, bytes: 7 } } }),
      sampleHead('lost', { attachments: [{ title: '附件', file: lost }] }),
    ),
    store,
  );
  expect(findings.map(({ document, detail }) => [document.documentId, detail])).toEqual([
    ['ll-hrss:short', `办法.txt（${sha256}）应为 7 字节，实为 6`],
    ['ll-hrss:lost', `附件.txt（${lost.sha256}）缺失`],
  ]);
});
