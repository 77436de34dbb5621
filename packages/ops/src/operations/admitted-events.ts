import { admit } from '@gongwen/domain';
import { type EventLog, type LogRecord, type Positions, topics } from '@gongwen/ports';
import type { DocumentEvent } from '@gongwen/schemas';
import { decodeEvent } from '@gongwen/service-kit';

/** An event that the log admitted, and where it stands. */
export interface Admitted {
  readonly event: DocumentEvent;
  readonly record: LogRecord;
}

/** The newest admitted version of a document. */
export interface Head {
  readonly version: number;
  readonly eventId: string;
}

/** Reads the log from its beginning, knowing the heads as it goes: what an operation that repeats events works from. */
export interface LogReader {
  /** Batches of admitted events up to a position; `positions` is where the reader then stands. */
  readTo(
    until: Positions,
  ): AsyncIterable<{ readonly admitted: readonly Admitted[]; readonly positions: Positions }>;
  readonly heads: ReadonlyMap<string, Head>;
}

export function createLogReader(log: EventLog, signal: AbortSignal): LogReader {
  const heads = new Map<string, Head>();
  const next = new Map<number, number>();

  function admitOne(record: LogRecord): Admitted[] {
    const decoded = decodeEvent(record);
    if (decoded.outcome === 'dead') return [];
    const { event } = decoded;
    const { version } = event.data;
    if (admit(heads.get(event.subject)?.version ?? 0, version) !== 'admitted') return [];
    heads.set(event.subject, { version, eventId: event.id });
    return [{ event, record }];
  }

  return {
    heads,
    async *readTo(until) {
      for await (const batch of log.read(topics.events, new Map(next), { signal, until })) {
        const admitted = batch.flatMap(admitOne);
        for (const { partition, offset } of batch) next.set(partition, offset + 1);
        yield { admitted, positions: new Map(next) };
      }
    },
  };
}

/** Whether a reader has everything before the end. */
export function hasReached(positions: Positions, ends: Positions): boolean {
  return [...ends].every(([partition, end]) => (positions.get(partition) ?? 0) >= end);
}
