import { type DocumentContent, type PublishCommand, isPublishCommand, violations } from '@gongwen/schemas';
import { type Fields, type Mapped, type Place } from './draft.ts';

/** Stands in for an absent documentId while the rest is checked. */
const anyDocumentId = 'import:x';

/** A record of our own shape: a publish command whose `documentId` may be absent (see docs/import.md). */
export function mapOwn(record: Fields, place: Place): Mapped {
  const command: unknown = { documentId: anyDocumentId, ...record };
  const faults = violations(isPublishCommand, command);
  if (faults) {
    const { pointer, zh = '', en = '' } = faults.issues[0] ?? { pointer: '' };
    return { outcome: 'rejected', code: faults.code, pointer, reason: `${zh} / ${en}` };
  }
  const { documentId, document, ...rest } = command as PublishCommand; // the validator has just said so
  const { provenance, ...content } = document;
  return {
    outcome: 'document',
    draft: {
      content: content satisfies DocumentContent,
      source: { collection: 'own', file: place.file, row: place.line },
      warnings: [],
      ...(provenance?.statedValidity && { statedValidity: provenance.statedValidity }),
      own: {
        ...rest,
        ...('documentId' in record && { documentId }),
        ...(provenance && { provenance }),
      },
    },
  };
}
