import { type LocalDate, localDateOf } from '@gongwen/domain';
import { type Logger, ServiceError, type View } from '@gongwen/service-kit';
import type { Accept } from '../accept.ts';
import { createCalendar } from './calendar.ts';
import { type MayDecide, createDecisions } from './decisions.ts';
import type { Follower } from './follower.ts';
import { createInterpretations } from './interpretations.ts';
import { createRetirements } from './retirements.ts';

export interface DerivedEventsOptions {
  readonly view: View;
  readonly accept: Accept;
  readonly mayDecide: MayDecide;
  readonly logger: Logger;
  readonly now: () => Date;
  /** The clock is looked at this often. Default 60 000. */
  readonly tickMs?: number;
}

/** After an outage. */
const retryMs = 1_000;
/** The event that was faster is about to be folded. */
const overtakenMs = 100;
const headsAtOnce = 500;

/**
 * Writes the events that follow from others (DESIGN §4, §8): what a decision does to each of its targets, the ends that
 * fall due, the answers that end with their documents, the links of interpretations. All it knows is in the log and
 * every id is derived, so it can stop anywhere and go on, in any number of publishers.
 */
export function startDerivedEvents(options: DerivedEventsOptions): AsyncDisposable {
  const { view, logger, now, tickMs = 60_000 } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  // in this order: what a decision ends, no term ends
  const followers: readonly Follower[] = [
    createDecisions(options),
    createRetirements(options),
    createInterpretations(options),
    createCalendar(options),
  ];
  let seen: number | undefined;

  /** Starts with the documents that act or that others end, then follows what changes. */
  function takeNews(): boolean {
    if (seen === undefined) {
      seen = view.lastChange();
      for (const head of view.acting()) for (const follower of followers) follower.takeIn(head);
    }
    for (;;) {
      const { heads, change } = view.changedAfter(seen, headsAtOnce);
      for (const head of heads) for (const follower of followers) follower.takeIn(head);
      seen = change;
      if (heads.length < headsAtOnce) return false;
    }
  }

  function hasNews(): boolean {
    return view.lastChange() > (seen ?? 0);
  }

  /** Each follower has its turn, whatever becomes of the others. @returns how long to wait at most for the next round */
  async function round(today: LocalDate): Promise<number> {
    let patience = tickMs;
    for (const turn of [takeNews, ...followers.map(({ work }) => work)]) {
      try {
        if (await turn(today, signal)) patience = Math.min(patience, overtakenMs);
      } catch (error) {
        // every outage is worth another try: nothing is lost, because nothing is remembered
        if (!signal.aborted) logger.warn({ err: error }, 'derived events wait');
        patience = Math.min(patience, retryMs);
      }
    }
    return patience;
  }

  async function run(): Promise<void> {
    await view.ready;
    while (!signal.aborted) {
      const patienceMs = await round(localDateOf(now()));
      // what could not be taken in is news still: without a pause it would be tried without end
      if (patienceMs < tickMs || !hasNews()) await news(patienceMs);
    }
  }

  /** The next events, the end of patience, or the end. A timer a round, taken back: hundreds of rounds may be a second. */
  async function news(patienceMs: number): Promise<void> {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), patienceMs);
    await view.nextEvents(AbortSignal.any([signal, patience.signal])).catch(() => undefined);
    clearTimeout(timer);
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
