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
  /** Portions of admitted events up to a position; `positions` is where the reader then stands. */
  readTo(
    until: Positions,
  ): AsyncIterable<{ readonly admitted: readonly Admitted[]; readonly positions: Positions }>;
  readonly heads: ReadonlyMap<string, Head>;
}

/** Twice as much becomes one request to the index, of a size that serves it best. */
const portionBytes = 2.2 * 1024 * 1024;

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
      let admitted: Admitted[] = [];
      let bytes = 0;
      for await (const batch of log.read(topics.events, new Map(next), { signal, until })) {
        for (const record of batch) {
          admitted.push(...admitOne(record));
          next.set(record.partition, record.offset + 1);
          bytes += record.value?.byteLength ?? 0;
          if (bytes < portionBytes) continue;
          yield { admitted, positions: new Map(next) };
          admitted = [];
          bytes = 0;
        }
      }
      yield { admitted, positions: new Map(next) };
    },
  };
}

/** Whether a reader has everything before the end. */
export function hasReached(positions: Positions, ends: Positions): boolean {
  return [...ends].every(([partition, end]) => (positions.get(partition) ?? 0) >= end);
}
