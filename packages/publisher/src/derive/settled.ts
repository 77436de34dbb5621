import { type Receipt, isRetryable } from '@gongwen/schemas';
import { type Logger, isServiceError } from '@gongwen/service-kit';

/** Somebody was faster: the document is to be judged anew. */
const overtaken: ReadonlySet<string> = new Set(['VERSION_CONFLICT', 'REQUEST_IN_PROGRESS']);

/**
 * Whether a derived command needs no more for now: it was carried out, or refused, which is final until a document
 * changes that it is about. `false` when it was overtaken.
 *
 * @throws ServiceError of an outage, which passes
 */
export async function settled(receipt: Promise<Receipt>, logger: Logger): Promise<boolean> {
  try {
    await receipt;
    return true;
  } catch (error) {
    const code = isServiceError(error) ? error.code : 'INTERNAL';
    if (overtaken.has(code)) return false;
    if (code !== 'INTERNAL' && isRetryable(code)) throw error;
    // done under the same key by another publisher, on another version
    if (code !== 'IDEMPOTENCY_KEY_REUSED') logger.error({ err: error }, 'a derived event was refused');
    return true;
  }
}
