import { createHash } from 'node:crypto';
import type { Command } from '@gongwen/domain';

/** Tells whether two commands under one idempotency key are the same: SHA-256 of the command with sorted keys. */
export function commandHash({ name, documentId, body }: Command): string {
  const { clientReference: _reference, ...content } = body;
  return createHash('sha256')
    .update(JSON.stringify(sorted({ name, documentId, content })))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
