import type { StageReceipt } from '@gongwen/schemas';
import type { Delivery, Outcome } from '@gongwen/service-kit';
import type { LimitFunction } from 'p-limit';
import type { DeliveryStates } from './delivery-state.ts';
import type { Target, TargetAnswer } from './http-target.ts';

type Facts = Pick<StageReceipt, 'state' | 'remoteId' | 'code' | 'detail'>;

/** What is to be told about the event, and what the loop is to do; no facts = nothing new to tell. */
export interface DeliveryResult {
  readonly outcome: Outcome;
  readonly facts?: Facts;
}

const refusalAttempts = 3;
const retryRefusedAfterMs = 1_000;
const pauses = { first: 500, longest: 60_000 };
const stillAway: TargetAnswer = { answer: 'unavailable', reason: 'the target is away' };

export interface DeliverOptions {
  readonly target: Target;
  readonly states: DeliveryStates;
  readonly random: () => number;
  /** Those that may be under way at the same time. */
  readonly requests: LimitFunction;
}

/** Delivers one event: what was delivered before is skipped, what stands behind a refusal is held. */
export function createDeliverEvent({ target, states, random, requests }: DeliverOptions) {
  const refusals = new Map<string, number>();
  let outages = 0;
  let outagesInARow = 0;

  return async ({ event, record }: Delivery): Promise<DeliveryResult> => {
    const { version } = event.data;
    const state = states.of(event.subject);
    // told again, because the process may have ended between the delivery and its receipt
    if (version <= state.deliveredVersion) return done({ state: 'done' });
    if (state.parkedFrom !== undefined && version > state.parkedFrom) return held(state.parkedFrom);
    const known = outages;
    const answer = await requests(() => send(event.id, record.value ?? new Uint8Array(), known));
    switch (answer.answer) {
      case 'accepted':
        refusals.delete(event.id);
        await states.record(event.subject, { deliveredVersion: version });
        return done({ state: 'done', ...(answer.remoteId !== undefined && { remoteId: answer.remoteId }) });
      case 'refused':
        return refuse(event.id, event.subject, version, answer);
      case 'unavailable':
        return {
          outcome: { outcome: 'pause', afterMs: pauseMs(answer.retryAfterMs), reason: answer.reason },
        };
    }
  };

  /** All that were under way meet one outage, and what waited behind them need not find out, too. */
  async function send(eventId: string, body: Uint8Array, known: number): Promise<TargetAnswer> {
    if (known !== outages) return stillAway;
    const answer = await target.send(eventId, body);
    if (answer.answer !== 'unavailable') {
      outagesInARow = 0;
    } else if (known === outages) {
      outages++;
      outagesInARow++;
    }
    return answer;
  }

  async function refuse(
    eventId: string,
    documentId: string,
    version: number,
    { final, code, reason }: Extract<TargetAnswer, { answer: 'refused' }>,
  ): Promise<DeliveryResult> {
    const attempts = (refusals.get(eventId) ?? 0) + 1;
    refusals.set(eventId, attempts);
    if (!final && attempts < refusalAttempts) {
      return { outcome: { outcome: 'retry', afterMs: retryRefusedAfterMs, reason } };
    }
    refusals.delete(eventId);
    const { deliveredVersion } = states.of(documentId);
    await states.record(documentId, { deliveredVersion, parkedFrom: version, reason });
    return done({ state: 'refused', code, detail: reason });
  }

  /** Exponential, with jitter, so that two syndicators do not knock together. */
  function pauseMs(retryAfterMs: number | undefined): number {
    const grown = Math.min(pauses.first * 2 ** (outagesInARow - 1), pauses.longest);
    return retryAfterMs ?? grown * (0.5 + random() / 2);
  }
}

function held(parkedFrom: number): DeliveryResult {
  const detail = `第 ${parkedFrom} 版被拒收，其后版本暂缓推送 / held behind version ${parkedFrom}, which was refused`;
  return done({ state: 'held', code: 'PARKED', detail });
}

function done(facts: Facts): DeliveryResult {
  return { outcome: { outcome: 'done' }, facts };
}
