import type { Change, Command } from '@gongwen/domain';
import { type DocumentEvent, isDocumentEvent } from '@gongwen/schemas';
import type { Actor } from './actor.ts';
import { commandHash } from './command-hash.ts';

export interface EnvelopeFacts {
  readonly eventId: string;
  readonly version: number;
  readonly actor: Actor;
  readonly command: Command;
  readonly time: Date;
  readonly causationId?: string;
}

const schemaBase = 'https://gongwen.cn/schemas/';

/** Puts a change into its CloudEvents envelope. An event that its own schema refuses is our bug and is never sent. */
export function envelope(
  change: Change,
  { eventId, version, actor, command, time, causationId }: EnvelopeFacts,
): DocumentEvent {
  const { type, document } = change;
  const event: unknown = {
    specversion: '1.0',
    id: eventId,
    source: `urn:gongwen:${actor.department.id.includes(':') ? '' : 'department:'}${actor.department.id}`,
    type,
    subject: document.documentId,
    time: time.toISOString(),
    datacontenttype: 'application/json',
    dataschema: `${schemaBase}${type.replace('cn.gongwen.', '')}.schema.json`,
    sequence: String(version),
    partitionkey: document.documentId,
    actor: `${actor.department.id}/${actor.credential}`,
    commandhash: commandHash(command),
    ...(causationId !== undefined && { causationid: causationId }),
    data: { version, document, change: change.change },
  };
  if (isDocumentEvent(event)) return event;
  const [fault] = isDocumentEvent.errors ?? [];
  throw new Error(`decide made an event that is none: ${fault?.instancePath ?? ''} ${fault?.keyword ?? ''}`);
}
