/** Data goes to standard output, talk to standard error: a pipe gets nothing but data. */
export function writeData(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export function writeText(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** A whole text with its own line breaks. */
export function writeRaw(text: string): void {
  process.stdout.write(text);
}

/** Talk, beside the data. */
export function writeNote(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function writeError(message: string): void {
  process.stderr.write(`gongwen: ${message}\n`);
}

let lastProgressAt = 0;

/** On a terminal a line that is redrawn, elsewhere one line in five seconds. */
export function writeProgress(line: string): void {
  const everyMs = process.stderr.isTTY ? 100 : 5_000;
  if (Date.now() - lastProgressAt < everyMs) return;
  lastProgressAt = Date.now();
  process.stderr.write(process.stderr.isTTY ? `\r${line}\x1b[K` : `${line}\n`);
}
