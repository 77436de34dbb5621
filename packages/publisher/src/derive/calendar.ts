import { type LocalDate, dueCommand } from '@gongwen/domain';
import type { Logger, View } from '@gongwen/service-kit';
import type { Accept } from '../accept.ts';
import type { Follower } from './follower.ts';
import { createRounds } from './rounds.ts';
import { settled } from './settled.ts';
import { systemActor } from './system-actor.ts';

const headsAtOnce = 500;
const actor = systemActor('system:calendar', 'calendar');

/**
 * The calendar of DESIGN §8: `expired` the day after an inclusive term, and when a condition’s day is over; also when
 * nobody looked for months.
 */
export function createCalendar(options: { view: View; accept: Accept; logger: Logger }): Follower {
  const { view, accept, logger } = options;
  const rounds = createRounds(end);

  async function end(documentId: string, today: LocalDate): Promise<boolean> {
    const head = view.head(documentId);
    const command = head && dueCommand(head, today);
    if (command?.name !== 'expire') return true;
    const { cause, effectiveOn } = command.body;
    const idempotencyKey = `${documentId}/${cause}/${effectiveOn}`;
    return settled(accept({ actor, command, idempotencyKey }), logger);
  }

  return {
    takeIn: () => undefined, // what is due, the view knows
    work(today, signal) {
      for (const { documentId } of view.dueBy(today, headsAtOnce)) rounds.add(documentId, documentId);
      return rounds.work(today, signal); // what it ends is news, and after news comes what is due next
    },
  };
}
