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

const retryMs = 1_000;
const headsAtOnce = 500;

/**
 * Writes the events that follow from others (DESIGN §4, §8): what a decision does to each of its targets, the ends that
 * fall due, and the answers that end with their documents. All it knows is in the log and every id is derived, so it can stop anywhere and go on, in any number of
 * publishers.
 */
export function startDerivedEvents(options: DerivedEventsOptions): AsyncDisposable {
  const { view, logger, now, tickMs = 60_000 } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const followers: readonly Follower[] = [
    createDecisions(options),
    createRetirements(options),
    createInterpretations(options),
  ];
  const calendar = createCalendar(options);
  let seen: number | undefined;

  /** Starts with the documents that act or that others end, then follows what changes. */
  function takeNews(): void {
    if (seen === undefined) {
      seen = view.lastChange();
      for (const head of view.acting()) for (const follower of followers) follower.takeIn(head);
    }
    for (;;) {
      const { heads, change } = view.changedAfter(seen, headsAtOnce);
      for (const head of heads) for (const follower of followers) follower.takeIn(head);
      seen = change;
      if (heads.length < headsAtOnce) return;
    }
  }

  function hasNews(): boolean {
    return view.changedAfter(seen ?? 0, 1).heads.length > 0;
  }

  async function work(today: LocalDate): Promise<void> {
    let mustRepeat;
    do {
      takeNews();
      mustRepeat = false;
      for (const follower of followers) mustRepeat = (await follower.work(today, signal)) || mustRepeat;
      await calendar.work(today, signal); // last: what a decision ends, no term ends
    } while (mustRepeat || hasNews());
  }

  /** @returns whether anything must be tried again soon */
  async function pass(today: LocalDate): Promise<boolean> {
    try {
      await work(today);
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
    if (hasNews()) return;
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
