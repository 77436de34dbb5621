import type { NewRecord } from './event-log.ts';

/** The largest value of a record: what every topic is set to take. */
export const maximumRecordBytes = 4 * 1024 * 1024 - 64 * 1024; // key, headers and framing have room within 4 MiB

/** @throws Error naming the record that is too large; nothing of its append may then be written */
export function requireRecordSizes(topic: string, records: readonly NewRecord[]): void {
  for (const { key, value } of records) {
    const bytes = value?.byteLength ?? 0;
    if (bytes > maximumRecordBytes)
      throw new Error(
        `${topic}: the record ${key} has ${bytes} bytes, at most ${maximumRecordBytes} are allowed`,
      );
  }
}
