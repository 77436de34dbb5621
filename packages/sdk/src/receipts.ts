import type { Receipt, ReceiptStage } from '@gongwen/schemas';
import type { Transport } from './transport.ts';

export interface WaitOptions {
  /** The stage that must have reported; `delivered` waits for every target. Default `delivered`. */
  readonly until?: 'stored' | 'indexed' | 'delivered';
  /** Default 60 000. When it is over the receipt is returned as it stands. */
  readonly timeoutMs?: number;
}

export interface Receipts {
  get(receiptId: string): Promise<Receipt>;
  /** Waits until a stage is no longer pending. A refused, held or dead stage ends the wait too: read its `state`. */
  wait(receiptId: string, options?: WaitOptions): Promise<Receipt>;
}

const longestPollSeconds = 20;
const order: readonly ReceiptStage['stage'][] = ['logged', 'stored', 'indexed', 'delivered'];

export function createReceipts(transport: Transport): Receipts {
  const get = async (receiptId: string, query = '', attemptTimeoutMs?: number) =>
    (await transport({
      method: 'GET',
      path: `/v1/receipts/${encodeURIComponent(receiptId)}${query}`,
      ...(attemptTimeoutMs !== undefined && { attemptTimeoutMs }),
    })) as Receipt; // the gateway’s contract
  return {
    get: (receiptId) => get(receiptId),
    async wait(receiptId, { until = 'delivered', timeoutMs = 60_000 } = {}) {
      const deadline = Date.now() + timeoutMs;
      for (;;) {
        const left = Math.max(0, Math.min(longestPollSeconds, (deadline - Date.now()) / 1000));
        const receipt = await get(receiptId, `?until=${until}&wait=${left.toFixed(1)}`, (left + 10) * 1000);
        if (left === 0 || !receipt.stages.some((stage) => isAwaited(stage, until))) return receipt;
      }
    },
  };
}

function isAwaited({ stage, state }: ReceiptStage, until: ReceiptStage['stage']): boolean {
  return state === 'pending' && order.indexOf(stage) <= order.indexOf(until);
}
