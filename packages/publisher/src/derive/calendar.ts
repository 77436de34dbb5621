import { type DocumentHead, type LocalDate, dueCommand } from '@gongwen/domain';
import type { View } from '@gongwen/service-kit';
import type { Accept } from '../accept.ts';
import { inChunks } from './in-chunks.ts';
import { settled } from './settled.ts';
import { systemActor } from './system-actor.ts';

export interface Calendar {
  /** Ends what is due by that day, also when nobody looked for months. */
  work(today: LocalDate, signal: AbortSignal): Promise<void>;
}

const headsAtOnce = 500;
const actor = systemActor('system:calendar', 'calendar');

/** The calendar of DESIGN §8: `expired` the day after an inclusive term, and when a condition’s day is over. */
export function createCalendar({ view, accept }: { view: View; accept: Accept }): Calendar {
  async function end(head: DocumentHead, today: LocalDate): Promise<void> {
    const command = dueCommand(head, today);
    if (command?.name !== 'expire') return;
    const { cause, effectiveOn } = command.body;
    const idempotencyKey = `${head.documentId}/${cause}/${effectiveOn}`;
    await settled(accept({ actor, command, idempotencyKey }));
  }

  return {
    async work(today, signal) {
      let before: readonly string[] = [];
      for (;;) {
        const due = view.dueBy(today, headsAtOnce);
        const names = due.map(({ documentId, version }) => `${documentId}@${version}`);
        // what is ended is due no more; a batch that comes again whole cannot be ended
        if (due.length === 0 || names.join() === before.join()) return;
        await inChunks(due, signal, (head) => end(head, today));
        before = names;
      }
    },
  };
}
