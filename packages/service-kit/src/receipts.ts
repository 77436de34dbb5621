import { type EventLog, type LogRecord, topics } from '@gongwen/ports';
import type { DocumentEvent, StageReceipt } from '@gongwen/schemas';

type Facts = Pick<StageReceipt, 'stage' | 'state' | 'target' | 'remoteId' | 'code' | 'detail'>;

/** The receipt of one stage for one event. */
export function stageReceipt(
  { event, record }: { event: DocumentEvent; record: LogRecord },
  facts: Facts,
  at: Date,
): StageReceipt {
  return {
    eventId: event.id,
    documentId: event.subject,
    version: event.data.version,
    ...facts,
    at: at.toISOString(),
    partition: record.partition,
    offset: record.offset,
  };
}

/** Tells the log what became of events; a repeat is harmless, since the view keeps the first of a kind. */
export async function appendReceipts(log: EventLog, receipts: readonly StageReceipt[]): Promise<void> {
  if (receipts.length === 0) return;
  await log.append(
    topics.receipts,
    receipts.map((receipt) => ({ key: receipt.documentId, value: Buffer.from(JSON.stringify(receipt)) })),
  );
}
