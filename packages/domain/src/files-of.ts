import type { Document, FileReference } from '@gongwen/schemas';

/** Every file that a document names: its body when that is one, its originals, its attachments. */
export function filesOf({
  body,
  renditions = [],
  attachments = [],
}: Pick<Document, 'body' | 'renditions' | 'attachments'>): FileReference[] {
  return [...(body?.file ? [body.file] : []), ...[...renditions, ...attachments].map(({ file }) => file)];
}
