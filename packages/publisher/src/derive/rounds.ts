import { setImmediate } from 'node:timers/promises';
import type { LocalDate } from '@gongwen/domain';

/** What is to be looked at, each once a round. */
export interface Rounds<Item> {
  add(name: string, item: Item): void;
  /**
   * Looks at what was added before. `true` when something was overtaken and is to be looked at again.
   *
   * @throws the first failure; what failed comes last in the next round, so that it keeps nothing else waiting
   */
  work(today: LocalDate, signal: AbortSignal): Promise<boolean>;
}

/** Some at a time, so that one decision of thousands of targets leaves room for others. */
const atOnce = 32;

/** @param settle - answers whether it is done with the item for now, or was overtaken */
export function createRounds<Item>(settle: (item: Item, today: LocalDate) => Promise<boolean>): Rounds<Item> {
  let waiting = new Map<string, Item>();
  return {
    add: (name, item) => void waiting.set(name, item),
    async work(today, signal) {
      const open = [...waiting];
      waiting = new Map();
      const failed = new Map<string, Item>();
      let failure: unknown;
      const look = async ([name, item]: readonly [string, Item]) => {
        try {
          if (!(await settle(item, today))) waiting.set(name, item);
        } catch (error) {
          failed.set(name, item);
          failure = error;
        }
      };
      while (open.length > 0 && failed.size === 0 && !signal.aborted) {
        await setImmediate(); // thousands of derived events must not keep a request waiting
        await Promise.all(open.splice(0, atOnce).map(look));
      }
      const isOvertaken = waiting.size > 0;
      waiting = new Map([...open, ...waiting, ...failed]);
      if (failed.size > 0) throw failure;
      return isOvertaken;
    },
  };
}
