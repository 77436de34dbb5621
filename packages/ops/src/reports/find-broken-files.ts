import { filesOf } from '@gongwen/domain';
import type { ObjectStore } from '@gongwen/ports';
import limit from 'p-limit';
import type { Finding } from './finding.ts';
import { publishedDocuments } from './published-documents.ts';
import type { ReportInput } from './report.ts';

const atOnce = 16;

/** Files that the store does not hold, or holds in another size. Asks once for each content. */
export async function findBrokenFiles(input: ReportInput, store: ObjectStore): Promise<Finding[]> {
  const files = publishedDocuments(input).flatMap((document) =>
    filesOf(document).map((file) => ({ document, file })),
  );
  const bytes = await bytesHeld([...new Set(files.map(({ file }) => file.sha256))], store);
  return files
    .filter(({ file }) => bytes.get(file.sha256) !== file.bytes)
    .map(({ document, file: { filename, sha256, bytes: expected } }) => {
      const found = bytes.get(sha256);
      const fault = found === undefined ? '缺失' : `应为 ${expected} 字节，实为 ${found}`;
      return { rule: 'broken_file', document, detail: `${filename}（${sha256}）${fault}` };
    });
}

async function bytesHeld(
  hashes: readonly string[],
  store: ObjectStore,
): Promise<ReadonlyMap<string, number | undefined>> {
  const limited = limit(atOnce);
  const infos = hashes.map((sha256) =>
    limited(async () => [sha256, (await store.head(`originals/${sha256}`))?.bytes] as const),
  );
  return new Map(await Promise.all(infos));
}
