import { type EventLog, topics } from '@gongwen/ports';
import type { DocumentEvent } from '@gongwen/schemas';

export const eventIdOf = (number: number, version: number) =>
  `00000000-0000-8000-8000-${String(number * 100 + version).padStart(12, '0')}`;

/** The event of a publication, as the log has it; for tests. */
export function publishedEvent(
  number: number,
  version = 1,
  eventId = eventIdOf(number, version),
): DocumentEvent {
  const documentId = `ll-hrss:2026-${number}`;
  const document = {
    documentId,
    department: 'll-hrss',
    publication: { state: 'published' as const },
    textVersion: version,
    lifecycle: [],
    docClass: 'normative_document' as const,
    title: `临澜市第${number}号办法`,
    disclosure: 'active' as const,
  };
  return {
    specversion: '1.0',
    id: eventId,
    source: 'urn:gongwen:department:ll-hrss',
    type: 'cn.gongwen.document.published.v1',
    subject: documentId,
    time: '2026-11-25T02:00:00.000Z',
    dataschema: 'https://gongwen.cn/schemas/document.published.v1.schema.json',
    sequence: String(version),
    actor: 'll-hrss/key:cms',
    data: { version, document, change: {} },
  };
}

export async function appendEvents(log: EventLog, ...events: readonly DocumentEvent[]): Promise<void> {
  const records = events.map((event) => ({ key: event.subject, value: Buffer.from(JSON.stringify(event)) }));
  await log.append(topics.events, records);
}
