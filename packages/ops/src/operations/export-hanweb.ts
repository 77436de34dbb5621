import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LocalDate, localDateOf } from '@gongwen/domain';
import type { OpenData } from '@gongwen/local';
import { type Document, type FileReference, codeLists } from '@gongwen/schemas';
import { hanwebArticle } from '@gongwen/syndicator';
import { stringify } from 'csv-stringify/sync';
import { createBatchWriter } from './batch-writer.ts';
import { readLongText } from './read-long-text.ts';

export interface HanwebExportOptions {
  readonly data: Pick<OpenData, 'view' | 'store'>;
  /** Made when it is missing; must be empty. */
  readonly directory: string;
  /** Articles a file. */
  readonly batchSize: number;
  /** Only documents that this department owns. */
  readonly department?: string | undefined;
  /** Only documents that something has happened to on this day or later. */
  readonly since?: LocalDate | undefined;
  /** Where the files of documents are downloaded from. */
  readonly publicUrl: string;
  readonly now: Date;
}

export interface HanwebExport {
  readonly documents: number;
  /** The batches, in order. */
  readonly files: readonly string[];
  /** Documents that are no longer public, listed in `withdrawn.csv`. */
  readonly withdrawn: number;
}

/** Another export’s files would be taken for a part of this one. */
export class DirectoryNotEmptyError extends Error {
  override readonly name = 'DirectoryNotEmptyError';
}

interface Chosen {
  readonly document: Document;
  readonly acceptedAt: Date;
}

/**
 * Writes the documents as Hanweb XML batches. The format knows no deletion, so withdrawn documents are a list beside
 * the batches.
 *
 * @throws DirectoryNotEmptyError
 */
export async function exportHanweb(options: HanwebExportOptions): Promise<HanwebExport> {
  const { directory, batchSize, data, publicUrl, now } = options;
  await mkdir(directory, { recursive: true });
  if ((await readdir(directory)).length > 0) throw new DirectoryNotEmptyError(directory);
  const linkTo = ({ documentId }: Document, { sha256 }: FileReference) =>
    new URL(`/v1/documents/${documentId}/files/${sha256}`, publicUrl).href;
  const withdrawn: Document[] = [];
  let documents = 0;
  await using batches = createBatchWriter(directory, batchSize);
  for (const { document, acceptedAt } of chosen(options)) {
    if (document.publication.state === 'withdrawn') {
      withdrawn.push(document);
      continue;
    }
    const longText = await readLongText(data.store, document.body?.file);
    await batches.write(hanwebArticle(document, { today: localDateOf(now), acceptedAt, linkTo, longText }));
    documents++;
  }
  await batches.finish();
  await writeFile(join(directory, 'withdrawn.csv'), withdrawnList(withdrawn));
  return { documents, files: batches.files, withdrawn: withdrawn.length };
}

function* chosen({ data: { view }, department, since }: HanwebExportOptions): Generator<Chosen> {
  for (const { documentId } of view.heads()) {
    const document = view.head(documentId)?.document;
    const events = view.history(documentId);
    const [first, last] = [events[0], events.at(-1)];
    if (!document || !first || !last) continue;
    const isOwned = department === undefined || document.department === department;
    const isRecent = since === undefined || localDateOf(new Date(last.time)) >= since;
    if (isOwned && isRecent) yield { document, acceptedAt: new Date(first.time) };
  }
}

/** For Excel: with a byte order mark, and no cell that it would take for a formula. */
function withdrawnList(documents: readonly Document[]): string {
  const header = ['公文标识', '标题', '文号', '撤回日期', '原因', '说明'];
  const rows = documents.map(({ documentId, title, documentNumber, publication }) => [
    documentId,
    title,
    documentNumber?.canonical ?? documentNumber?.raw ?? '',
    publication.withdrawnOn ?? '',
    publication.reasonCode === undefined ? '' : codeLists.withdrawalReason[publication.reasonCode],
    publication.publicReason ?? '',
  ]);
  return stringify([header, ...rows], { bom: true, escape_formulas: true });
}
