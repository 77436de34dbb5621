import type { ObjectStore } from '@gongwen/ports';
import type { Document, FileReference, Issue } from '@gongwen/schemas';
import { type DocumentHead, filesOf } from '@gongwen/domain';
import { ServiceError, requireAvailable } from '@gongwen/service-kit';

export const stagedKey = (department: string, sha256: string) => `staging/${department}/${sha256}`;

/**
 * Every file that a document names must have been uploaded before (I1): its bytes are there and of that size. Those that
 * its event before named were looked for then, perhaps in the staging of another department.
 *
 * @throws ServiceError ORIGINAL_MISSING with a pointer for each missing file, DEPENDENCY_UNAVAILABLE
 */
export async function requireUploadedFiles(
  store: ObjectStore,
  department: string,
  document: Document,
  before?: DocumentHead,
): Promise<void> {
  const missing: Issue[] = [];
  const known = new Set(
    [before?.document, before?.withheld].flatMap((held) => filesOf(held ?? {}).map(({ sha256 }) => sha256)),
  );
  for (const { pointer, file } of filesWithPointers(document)) {
    if (known.has(file.sha256)) continue;
    const info =
      (await requireAvailable(store.head(stagedKey(department, file.sha256)))) ??
      (await requireAvailable(store.head(`originals/${file.sha256}`)));
    if (info?.bytes === file.bytes) continue;
    const [zh, en] = info
      ? ['文件大小与上传的不符', 'its size is not that of the upload']
      : ['尚未上传', 'was not uploaded'];
    missing.push({ pointer, rule: 'uploaded', zh, en });
  }
  if (missing.length > 0) throw new ServiceError('ORIGINAL_MISSING', { issues: missing.slice(0, 100) });
}

function filesWithPointers({
  body,
  renditions = [],
  attachments = [],
}: Document): { pointer: string; file: FileReference }[] {
  return [
    ...(body?.file ? [{ pointer: '/document/body/file', file: body.file }] : []),
    ...renditions.map(({ file }, index) => ({ pointer: `/document/renditions/${index}/file`, file })),
    ...attachments.map(({ file }, index) => ({ pointer: `/document/attachments/${index}/file`, file })),
  ];
}
