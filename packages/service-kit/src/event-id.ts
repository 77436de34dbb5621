import { createHash } from 'node:crypto';

/** The id of the event that a key leads to: a UUID (RFC 9562 version 8) of (department, idempotency key). */
export function eventIdOf(department: string, idempotencyKey: string): string {
  const bytes = createHash('sha256').update(`${department}\n${idempotencyKey}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
