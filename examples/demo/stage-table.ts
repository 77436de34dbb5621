import type { LocalSystem } from '@gongwen/local';

const redrawMs = 250;
const stages = { stored: '存档 archive', indexed: '索引 index', delivered: '省库 province' };

/** Shows the stages filling: a line that is redrawn on a terminal, elsewhere one line at the end. */
export function showStages(
  { view }: LocalSystem,
  expected: number,
): Disposable & { readonly finished: Promise<void> } {
  const isTerminal = process.stdout.isTTY === true;
  const line = () => {
    const summary = view.summary();
    const counts = Object.entries(stages).map(
      ([stage, name]) => [name, settledOf(summary.stages[stage])] as const,
    );
    const text = [['日志 log', summary.events] as const, ...counts].map(
      ([name, count]) => `${name} ${count}/${expected}`,
    );
    return { text: text.join('   '), isComplete: counts.every(([, count]) => count >= expected) };
  };
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setInterval(() => {
    const { text, isComplete } = line();
    if (isTerminal) process.stdout.write(`\r${text}\x1b[K`);
    if (!isComplete) return;
    clearInterval(timer);
    process.stdout.write(isTerminal ? '\n' : `${text}\n`);
    resolve();
  }, redrawMs);
  return { finished: promise, [Symbol.dispose]: () => clearInterval(timer) };
}

function settledOf(states: Readonly<Record<string, number>> = {}): number {
  return Object.values(states).reduce((sum, count) => sum + count, 0);
}
