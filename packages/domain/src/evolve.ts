import type { Document, DocumentEvent } from '@gongwen/schemas';
import { admit } from './admit.ts';

/** Where a document stands: its last admitted event and the snapshot that this event carries. */
export interface DocumentHead {
  readonly documentId: string;
  readonly version: number;
  readonly eventId: string;
  readonly document: Document;
  /** The document before its withdrawal, kept to be restored; the tombstone itself has no text. */
  readonly withheld?: Document;
}

/** Folds one event of the document; an event that is not admitted changes nothing. */
export function evolve(head: DocumentHead | undefined, event: DocumentEvent): DocumentHead | undefined {
  const { version, document } = event.data;
  if (admit(head?.version ?? 0, version) !== 'admitted') return head;
  const next = { documentId: event.subject, version, eventId: event.id, document };
  if (event.type !== 'cn.gongwen.document.withdrawn.v1') {
    // any other event of a withdrawn document keeps what was withheld, unless it brings the text back
    const withheld = document.publication.state === 'withdrawn' ? head?.withheld : undefined;
    return withheld ? { ...next, withheld } : next;
  }
  // withdrawn twice: the text is that of the first time, the second has only the tombstone
  return head ? { ...next, withheld: head.withheld ?? head.document } : next;
}
