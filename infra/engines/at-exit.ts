const tasks = new Set<() => void>();

/** Runs at the end of this process, also by `process.exit` in a signal’s handler; what it gives back takes that off. */
export function atExit(task: () => void): () => void {
  if (tasks.size === 0) process.once('exit', runAll);
  tasks.add(task);
  return () => {
    tasks.delete(task);
    if (tasks.size === 0) process.off('exit', runAll);
  };
}

function runAll(): void {
  for (const task of tasks) task();
}
