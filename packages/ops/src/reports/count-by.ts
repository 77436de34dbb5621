/** How many there are of each code. */
export function countBy<Item>(
  items: readonly Item[],
  codeOf: (item: Item) => string,
): Readonly<Record<string, number>> {
  const groups = Map.groupBy(items, codeOf);
  return Object.fromEntries([...groups].map(([code, members]) => [code, members.length]));
}
