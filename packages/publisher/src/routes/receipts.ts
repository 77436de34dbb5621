import type { ReceiptStage } from '@gongwen/schemas';
import { type HttpApp, ServiceError, type View } from '@gongwen/service-kit';
import type { Context } from 'hono';
import type { Actor } from '../actor.ts';
import { authorize } from '../authorize.ts';
import { ownerOf } from '../owner-of.ts';

export interface ReceiptRouteOptions {
  readonly view: View;
  readonly targets: readonly string[];
  readonly identify: (context: Context) => Promise<Actor>;
}

const longestWaitSeconds = 30;
const stageNames = ['logged', 'stored', 'indexed', 'delivered'] as const;

/** `GET /v1/receipts/{id}`: what became of a command; with `wait` it answers when a stage has reported, or in time. */
export function mountReceiptRoute(app: HttpApp, { view, targets, identify }: ReceiptRouteOptions): void {
  app.get('/v1/receipts/:receiptId', async (context) => {
    const actor = await identify(context);
    const event = view.admitted(context.req.param('receiptId'));
    if (!event) throw new ServiceError('RECEIPT_NOT_FOUND');
    const owner = view.head(event.documentId)?.document.department ?? ownerOf(event.documentId);
    authorize(actor, 'receipts:read', owner);
    const { seconds, until } = readWait(context.req.query());
    const signal = AbortSignal.timeout(seconds * 1000);
    let receipt = view.receipt(event, targets);
    while (!signal.aborted && receipt.stages.some((stage) => isAwaited(stage, until))) {
      await view.nextReceipts(signal).catch(() => undefined);
      receipt = view.receipt(event, targets);
    }
    return context.json(receipt);
  });
}

function isAwaited({ stage, state }: ReceiptStage, until: ReceiptStage['stage']): boolean {
  return state === 'pending' && stageNames.indexOf(stage) <= stageNames.indexOf(until);
}

function readWait({ wait = '0', until = 'delivered' }: Record<string, string>): {
  seconds: number;
  until: ReceiptStage['stage'];
} {
  const seconds = Number(wait);
  const stage = stageNames.find((name) => name === until);
  if (stage !== undefined && seconds >= 0 && seconds <= longestWaitSeconds) return { seconds, until: stage };
  throw new ServiceError('PARAMETER_INVALID', {
    zh: `wait 应为 0–${longestWaitSeconds}（秒），until 应为 ${stageNames.join('、')} 之一。`,
    en: `wait must be 0–${longestWaitSeconds} (seconds), until one of ${stageNames.join(', ')}.`,
  });
}
