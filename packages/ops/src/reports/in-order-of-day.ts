import type { LocalDate } from '@gongwen/domain';

/** The earliest first; those of one day stay in their order. */
export function inOrderOfDay<Item>(
  items: readonly Item[],
  dayOf: (item: Item) => LocalDate | undefined,
): Item[] {
  const compare = (one = '', other = '') => (one < other ? -1 : Number(one > other));
  return items.toSorted((a, b) => compare(dayOf(a), dayOf(b)));
}
