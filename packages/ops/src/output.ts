/** Data goes to standard output, talk to standard error: a pipe gets nothing but data. */
export function writeData(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export function writeText(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

export function writeError(message: string): void {
  process.stderr.write(`gongwen: ${message}\n`);
}
