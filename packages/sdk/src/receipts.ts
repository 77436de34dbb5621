import { setTimeout as pause } from 'node:timers/promises';
import type { Receipt, ReceiptStage } from '@gongwen/schemas';
import type { ClientConfig } from './client-options.ts';
import { TimeoutError } from './errors.ts';
import type { Locale } from './locale.ts';
import { timeIsOver, withTimeLimit } from './time-limit.ts';
import type { Call, Transport } from './transport.ts';

export interface WaitOptions {
  /** The stage that must have reported, and those before it; `delivered` waits for every target. Default `delivered`. */
  readonly until?: 'stored' | 'indexed' | 'delivered';
  /** In milliseconds. Default 60 000. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface Receipts {
  /**
   * The receipt as it stands.
   *
   * @throws NotFoundError
   * @example
   * const { stages } = await client.receipts.get(receiptId);
   */
  get(receiptId: string, options?: { readonly signal?: AbortSignal }): Promise<Receipt>;
  /**
   * Waits until a stage is no longer pending. A refused, held or dead stage ends the wait, too: read its `state`.
   *
   * @throws TimeoutError with the `receipt` as it last stood
   * @example
   * const { stages } = await client.receipts.wait(receiptId, { until: 'delivered' });
   * const refused = stages.filter(({ state }) => state === 'refused');
   */
  wait(receiptId: string, options?: WaitOptions): Promise<Receipt>;
}

const longestPollMs = 20_000; // proxies cut what is idle for longer
const answerMs = 1_000; // left for the answer to come before our own time is over
const betweenPollsMs = 200; // for what answers at once instead of waiting
const stageNames: readonly ReceiptStage['stage'][] = ['logged', 'stored', 'indexed', 'delivered'];

export function createReceipts(transport: Transport, config: ClientConfig): Receipts {
  const fetchReceipt = async (receiptId: string, query = '', call: Partial<Call> = {}) => {
    const path = `/v1/receipts/${encodeURIComponent(receiptId)}${query}`;
    return (await transport({ ...call, method: 'GET', path })) as Receipt; // the gateway’s contract
  };

  return {
    get: (receiptId, { signal } = {}) => fetchReceipt(receiptId, '', { signal }),
    async wait(receiptId, { until = 'delivered', timeoutMs = 60_000, signal: outer } = {}) {
      const deadline = config.now().getTime() + timeoutMs;
      let receipt: Receipt | undefined;
      const poll = async (signal: AbortSignal): Promise<Receipt> => {
        const leftMs = deadline - config.now().getTime() - answerMs;
        const waitMs = Math.max(0, Math.min(longestPollMs, leftMs));
        receipt = await fetchReceipt(receiptId, `?until=${until}&wait=${(waitMs / 1000).toFixed(1)}`, {
          signal,
          isIdle: true,
          timeoutMs: waitMs + config.timeoutMs,
          attemptTimeoutMs: waitMs + config.attemptTimeoutMs,
        });
        if (!receipt.stages.some((stage) => isAwaited(stage, until))) return receipt;
        await pause(betweenPollsMs, undefined, { signal });
        return poll(signal);
      };
      try {
        return await withTimeLimit(timeoutMs, outer, poll);
      } catch (error) {
        throw error === timeIsOver ? waitError(config.locale, receiptId, until, receipt) : error;
      }
    },
  };
}

function isAwaited({ stage, state }: ReceiptStage, until: ReceiptStage['stage']): boolean {
  return state === 'pending' && stageNames.indexOf(stage) <= stageNames.indexOf(until);
}

function waitError(
  locale: Locale,
  receiptId: string,
  until: string,
  receipt: Receipt | undefined,
): TimeoutError {
  const sentence = {
    zh: `回执 ${receiptId} 在时限内没有到达 ${until}`,
    en: `receipt ${receiptId} did not reach ${until} in time`,
  }[locale];
  const hint = {
    zh: '命令已被接受；各环节会继续进行，可再次等待。',
    en: 'The command was accepted; its stages go on, wait again.',
  }[locale];
  return new TimeoutError({
    code: 'TIMEOUT',
    message: `TIMEOUT: ${sentence}`,
    hint,
    retryable: true,
    receipt,
  });
}
