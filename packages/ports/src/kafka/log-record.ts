import type { IHeaders, KafkaMessage } from 'kafkajs';
import type { LogRecord } from '../event-log.ts';

export function toLogRecord(topic: string, partition: number, message: KafkaMessage): LogRecord {
  return {
    topic,
    partition,
    offset: Number(message.offset),
    key: message.key === null ? null : message.key.toString(),
    value:
      message.value &&
      new Uint8Array(message.value.buffer, message.value.byteOffset, message.value.byteLength),
    headers: readHeaders(message.headers ?? {}),
    time: Number(message.timestamp),
  };
}

/** Of a header that occurs more than once the last one counts; foreign producers may write anything. */
function readHeaders(headers: IHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const last = Array.isArray(value) ? value.at(-1) : value;
      return [name, last === undefined ? '' : last.toString()];
    }),
  );
}
