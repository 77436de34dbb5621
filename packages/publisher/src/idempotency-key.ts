import { ServiceError } from '@gongwen/service-kit';

/**
 * The key under which a command may be repeated: the header, or `clientReference` for clients that cannot set headers.
 *
 * @throws ServiceError IDEMPOTENCY_KEY_MISSING, IDEMPOTENCY_KEY_INVALID
 */
export function idempotencyKeyOf(header: string | undefined, clientReference: string | undefined): string {
  const key = header ?? clientReference;
  if (key === undefined || key === '') throw new ServiceError('IDEMPOTENCY_KEY_MISSING');
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new ServiceError('IDEMPOTENCY_KEY_INVALID');
  return key;
}
