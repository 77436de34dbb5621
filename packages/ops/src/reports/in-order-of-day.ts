import type { LocalDate } from '@gongwen/domain';

/** The earliest first; those of one day stay in their order. */
export function inOrderOfDay<Item>(
  items: readonly Item[],
  dayOf: (item: Item) => LocalDate | undefined,
): Item[] {
  return items.toSorted((a, b) => compare(dayOf(a), dayOf(b)));
}

function compare(one: LocalDate = '', other: LocalDate = ''): number {
  return one < other ? -1 : Number(one > other);
}
