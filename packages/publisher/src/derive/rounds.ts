import type { LocalDate } from '@gongwen/domain';
import { inChunks } from './in-chunks.ts';

/** What is to be looked at, each once a round. */
export interface Rounds<Item> {
  add(name: string, item: Item): void;
  /** Looks at all that was added before. `true` when something was overtaken and is to be looked at again at once. */
  work(today: LocalDate, signal: AbortSignal): Promise<boolean>;
}

/** @param settle - answers whether it is done with the item, or was overtaken */
export function createRounds<Item>(settle: (item: Item, today: LocalDate) => Promise<boolean>): Rounds<Item> {
  let waiting = new Map<string, Item>();
  return {
    add: (name, item) => void waiting.set(name, item),
    async work(today, signal) {
      const round = waiting;
      waiting = new Map();
      try {
        await inChunks([...round], signal, async ([name, item]) => {
          if (!(await settle(item, today))) waiting.set(name, item);
        });
      } catch (error) {
        waiting = new Map([...round, ...waiting]); // all of them again: what is done is told by the log
        throw error;
      }
      return waiting.size > 0;
    },
  };
}
