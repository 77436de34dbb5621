import { setTimeout as delay } from 'node:timers/promises';
import type { ClientHistory } from '@gongwen/checker';
import { type Client, type Receipt, isPublishingError } from '@gongwen/sdk';

export interface Insistence {
  readonly history: ClientHistory;
  /** Asked for at every attempt, as a load balancer is. */
  readonly client: () => Client;
  readonly onRetry?: () => void;
}

export interface Operation {
  readonly name: string;
  readonly documentId: string;
  readonly idempotencyKey: string;
}

const givesUpAfterMs = 180_000;

/** Repeats with the same key until the answer is definite, and records it. `undefined` when there is no receipt. */
export async function insist(
  { history, client, onRetry }: Insistence,
  operation: Operation,
  ask: (client: Client) => Promise<Receipt>,
): Promise<Receipt | undefined> {
  const until = Date.now() + givesUpAfterMs;
  for (;;) {
    try {
      const receipt = await ask(client());
      history.record({ ...operation, outcome: 'ok', eventId: receipt.receiptId, version: receipt.version });
      return receipt;
    } catch (error) {
      if (!isPublishingError(error)) throw error;
      const isGivenUp = Date.now() > until;
      if (!error.retryable || isGivenUp) {
        history.record({ ...operation, outcome: error.retryable ? 'unknown' : 'failed', code: error.code });
        return undefined;
      }
      onRetry?.();
      await delay(200);
    }
  }
}
