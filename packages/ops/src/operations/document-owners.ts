import { type EventLog, topics } from '@gongwen/ports';
import type { Document, DocumentEvent } from '@gongwen/schemas';
import { createLogReader } from './admitted-events.ts';

/** The newest version of a document, and who answers for it. */
export interface OwnedDocument {
  readonly documentId: string;
  readonly version: number;
  readonly department: string;
  /** Who answered for it before its newest transfer. */
  readonly cameFrom?: string;
  readonly docClass: Document['docClass'];
  readonly publication: Document['publication']['state'];
}

/** Who answers for which document, as far as the log was read. */
export interface DocumentOwners {
  /** Reads on to the end of the log. Not to be called again before it has settled. */
  catchUp(): Promise<void>;
  of(documentId: string): OwnedDocument | undefined;
  all(): Iterable<OwnedDocument>;
}

/** Reads the log from its beginning, so that a command needs no view of its own. */
export async function readDocumentOwners(log: EventLog, signal: AbortSignal): Promise<DocumentOwners> {
  const reader = createLogReader(log, signal);
  const owned = new Map<string, OwnedDocument>();
  const catchUp = async () => {
    for await (const { admitted } of reader.readTo(await log.ends(topics.events))) {
      for (const { event } of admitted) owned.set(event.subject, after(event, owned.get(event.subject)));
    }
  };
  await catchUp();
  return { catchUp, of: (documentId) => owned.get(documentId), all: () => owned.values() };
}

function after(event: DocumentEvent, before: OwnedDocument | undefined): OwnedDocument {
  const { version, document } = event.data;
  const cameFrom =
    event.type === 'cn.gongwen.document.transferred.v1' ? event.data.change.from : before?.cameFrom;
  return {
    documentId: event.subject,
    version,
    department: document.department,
    ...(cameFrom !== undefined && { cameFrom }),
    docClass: document.docClass,
    publication: document.publication.state,
  };
}
