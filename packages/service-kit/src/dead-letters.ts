import { type EventLog, type LogRecord, topics } from '@gongwen/ports';
import type { Metrics } from './metrics.ts';

export interface DeadLetterFacts {
  readonly code: string;
  readonly reason: string;
  readonly attempts: number;
  readonly firstFailure: Date;
}

interface DeadLetterContext {
  readonly log: EventLog;
  readonly group: string;
  readonly metrics: Metrics;
  readonly now: () => Date;
}

/** Sets a record aside, its bytes untouched, with whence, why, when and how often. Resolves when the log has it. */
export async function appendDeadLetter(
  { log, group, metrics, now }: DeadLetterContext,
  record: LogRecord,
  { code, reason, attempts, firstFailure }: DeadLetterFacts,
): Promise<void> {
  const headers = {
    'origin-topic': record.topic,
    'origin-partition': String(record.partition),
    'origin-offset': String(record.offset),
    'origin-time': new Date(record.time).toISOString(),
    consumer: group,
    code,
    reason: reason.replaceAll(/[^\x20-\x7e\u00a1-\uffff]/g, '�'),
    attempts: String(attempts),
    'first-failure': firstFailure.toISOString(),
    'last-failure': now().toISOString(),
  };
  await log.append(topics.deadLetters, [{ key: record.key, value: record.value, headers }]);
  metrics.deadLetters.inc({ consumer: group, error: code });
}
