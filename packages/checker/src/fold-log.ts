import { filesOf } from '@gongwen/archiver';
import { admit } from '@gongwen/domain';
import { type EventLog, type LogRecord, topics } from '@gongwen/ports';
import type { DocumentEvent } from '@gongwen/schemas';
import { decodeEvent } from '@gongwen/service-kit';

/** One version as the log admitted it. */
export interface AdmittedVersion {
  readonly version: number;
  readonly eventId: string;
}

/** What the log says, folded here and not taken from any view: the truth that everything else is held against. */
export interface LogFacts {
  /** documentId → its admitted versions, in order. */
  readonly documents: ReadonlyMap<string, readonly AdmittedVersion[]>;
  /** sha256 of every file that an admitted event names. */
  readonly files: ReadonlySet<string>;
  /** Events that lost their version: repeats and lost races. */
  readonly voids: number;
  /** Records that are no event, or skip a version; each as `partition/offset: what`. */
  readonly alarms: readonly string[];
}

/** `onAdmitted` sees every event that counts, in the log’s order. */
export async function foldLog(log: EventLog, onAdmitted?: (event: DocumentEvent) => void): Promise<LogFacts> {
  const documents = new Map<string, AdmittedVersion[]>();
  const files = new Set<string>();
  const alarms: string[] = [];
  let voids = 0;

  function fold(record: LogRecord): void {
    const decoded = decodeEvent(record);
    const place = `${record.partition}/${record.offset}`;
    if (decoded.outcome === 'dead') return void alarms.push(`${place}: ${decoded.code}`);
    const { subject, id, data } = decoded.event;
    const versions = documents.get(subject) ?? [];
    switch (admit(versions.length, data.version)) {
      case 'gap':
        return void alarms.push(`${place}: gap before version ${data.version} of ${subject}`);
      case 'void':
        voids++;
        return;
      case 'admitted':
        documents.set(subject, versions);
        versions.push({ version: data.version, eventId: id });
        for (const { sha256 } of filesOf(decoded.event)) files.add(sha256);
        onAdmitted?.(decoded.event);
    }
  }

  const until = await log.ends(topics.events);
  const { signal } = new AbortController();
  for await (const batch of log.read(topics.events, new Map(), { signal, until })) batch.forEach(fold);
  return { documents, files, voids, alarms };
}
