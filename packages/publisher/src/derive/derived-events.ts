import { type LocalDate, localDateOf } from '@gongwen/domain';
import { type Logger, ServiceError, type View } from '@gongwen/service-kit';
import type { Accept } from '../accept.ts';
import { createCalendar } from './calendar.ts';
import { type MayDecide, createDecisions } from './decisions.ts';

export interface DerivedEventsOptions {
  readonly view: View;
  readonly accept: Accept;
  readonly mayDecide: MayDecide;
  readonly logger: Logger;
  readonly now: () => Date;
  /** The clock is looked at this often. Default 60 000. */
  readonly tickMs?: number;
}

const retryMs = 1_000;

/**
 * Writes the events that follow from others (DESIGN §4, §8): what a decision does to each of its targets, and the ends
 * that fall due. All it knows is in the log and every id is derived, so it can stop anywhere and go on, in any number of
 * publishers.
 */
export function startDerivedEvents(options: DerivedEventsOptions): AsyncDisposable {
  const { view, logger, now, tickMs = 60_000 } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const decisions = createDecisions(options);
  const calendar = createCalendar(options);

  /** @returns whether anything must be tried again soon */
  async function pass(today: LocalDate): Promise<boolean> {
    try {
      await decisions.work(today, signal);
      await calendar.work(today, signal);
      return false;
    } catch (error) {
      // every failure is worth another try: nothing is lost, because nothing is remembered
      if (!signal.aborted) logger.warn({ err: error }, 'derived events wait');
      return true;
    }
  }

  async function run(): Promise<void> {
    await view.ready;
    while (!signal.aborted) {
      const mustRepeat = await pass(localDateOf(now()));
      const patience = AbortSignal.timeout(mustRepeat ? retryMs : tickMs);
      await (mustRepeat ? aborted(AbortSignal.any([signal, patience])) : news(patience));
    }
  }

  /** The next events, the next tick of the clock, or the end. */
  async function news(patience: AbortSignal): Promise<void> {
    if (view.changedAfter(decisions.seen, 1).heads.length > 0) return;
    await view.nextEvents(AbortSignal.any([signal, patience])).catch(() => undefined);
  }

  const running = run().catch((error: unknown) => {
    if (!signal.aborted) logger.error({ err: error }, 'derived events have stopped');
  });
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort(new ServiceError('DEPENDENCY_UNAVAILABLE'));
      await running;
    },
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
