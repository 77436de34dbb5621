import type { Receipt } from '@gongwen/schemas';
import { isServiceError } from '@gongwen/service-kit';

/** Somebody was faster: the document is to be judged anew. */
const overtaken: ReadonlySet<string> = new Set([
  'VERSION_CONFLICT',
  'IDEMPOTENCY_KEY_REUSED',
  'REQUEST_IN_PROGRESS',
  'ILLEGAL_TRANSITION',
]);

/** Whether a derived command was carried out; `false` when it was overtaken. Other failures are thrown. */
export async function settled(receipt: Promise<Receipt>): Promise<boolean> {
  try {
    await receipt;
    return true;
  } catch (error) {
    if (isServiceError(error) && overtaken.has(error.code)) return false;
    throw error;
  }
}
