import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Holdings } from '@gongwen/checker';

const main = fileURLToPath(import.meta.resolve('@gongwen/example-provincial-library/main.ts'));

/** Starts the provincial library as a process of its own, on a free port. */
export async function startLibraryProcess(publicKey: string) {
  const child = spawn(process.execPath, [main, '--port', '0', '--public-key', publicKey], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await once(lines, 'line')) as [string];
  const { url } = JSON.parse(line) as { url: string }; // printed by the library’s main
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** What the library holds, asked as anybody can ask. */
export async function holdingsOf(url: string): Promise<Holdings> {
  const holdings = new Map<string, { version: number; eventId: string }>();
  for (let after = ''; ;) {
    const answer = await fetch(`${url}/holdings?after=${encodeURIComponent(after)}&limit=10000`);
    // the library’s own contract
    const { items } = (await answer.json()) as {
      items: { documentId: string; version: number; eventId: string }[];
    };
    for (const item of items) holdings.set(item.documentId, item);
    const last = items.at(-1);
    if (!last) return holdings;
    after = last.documentId;
  }
}
