export interface Figure {
  readonly name: string;
  readonly ours: number;
  readonly raw: number;
  readonly unit: string;
  readonly goal: string;
  /** Default: more is better, and the ratio is ours to raw either way. */
  readonly digits?: number;
}

/** One line a measure: ours, the raw loop beside it, their ratio, and what it should be. */
export function printFigure({ name, ours, raw, unit, goal, digits = 0 }: Figure): void {
  const [left, right] = [ours, raw].map((value) => `${value.toFixed(digits)} ${unit}`);
  const ratio = (ours / raw).toFixed(2);
  console.log(
    `${name.padEnd(48)} ours ${left?.padStart(15)}   raw ${right?.padStart(15)}   ratio ${ratio}   goal ${goal}`,
  );
}

/** How many a second after the first third, in which a new process is still being compiled. */
export function rateOf(instants: readonly number[]): number {
  const warm = instants.toSorted((a, b) => a - b).slice(Math.floor(instants.length / 3));
  return ((warm.length - 1) * 1000) / ((warm.at(-1) ?? 0) - (warm[0] ?? 0));
}

/** Several at a time; when each was done. */
export async function inLanes<Item>(
  count: number,
  items: Iterator<Item>,
  each: (item: Item, lane: number) => Promise<unknown>,
): Promise<readonly number[]> {
  const instants: number[] = [];
  await Promise.all(
    Array.from({ length: count }, async (_, lane) => {
      for (let next = items.next(); !next.done; next = items.next()) {
        await each(next.value, lane);
        instants.push(performance.now());
      }
    }),
  );
  return instants;
}
