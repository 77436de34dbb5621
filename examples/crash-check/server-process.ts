import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../packages/ops/src/cli.ts', import.meta.url));

export interface GongwenOptions {
  readonly data: string;
  readonly port: number;
  readonly province?: string;
}

/** A check that fails leaves none of them behind. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

function follow(child: ChildProcess): void {
  running.add(child);
  child.once('exit', () => running.delete(child));
}

/** Starts `gongwen dev` as its operator would, and resolves when it answers. */
export async function startServer({ data, port, province }: GongwenOptions): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [cli, 'dev', '--data', data, '--port', String(port), ...(province ? ['--province', province] : [])],
    {
      stdio: 'ignore',
    },
  );
  follow(child);
  const url = `http://127.0.0.1:${port}/readyz`;
  while (child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return child;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`gongwen dev ended with ${child.exitCode ?? child.signalCode}`);
}

/** kill -9: nothing is flushed, nothing is closed. */
export async function killServer(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** Starts `gongwen import`; resolves with its exit code, its summary, and what it said. */
export async function importFiles(
  { data, port }: GongwenOptions,
  file: string,
  concurrency: number,
): Promise<{ code: number; output: string; words: string }> {
  const child = spawn(
    process.execPath,
    [
      cli,
      'import',
      file,
      '--json',
      '--data',
      data,
      '--url',
      `http://127.0.0.1:${port}`,
      '--rejects',
      `${data}/rejects.jsonl`,
      '--concurrency',
      String(concurrency),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  follow(child);
  let output = '';
  let words = '';
  child.stderr.on('data', (part: Buffer) => (words += part.toString()));
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  await once(child, 'close');
  return { code: child.exitCode ?? 1, output, words };
}
