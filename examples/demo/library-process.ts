import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { atExit } from '@gongwen/engines/at-exit.ts';
import type { Holdings, Observation } from '@gongwen/checker';

const main = fileURLToPath(import.meta.resolve('@gongwen/example-provincial-library/main.ts'));

export interface LibraryProcess extends AsyncDisposable {
  readonly url: string;
  /** Makes it unwell, when faults are allowed; `{}` makes it well again. */
  mode(mode: { readonly down?: boolean; readonly latencyMs?: number }): Promise<void>;
  /** Every version that it took, in the order in which it took them. */
  history(): Promise<readonly Observation[]>;
}

export interface LibraryProcessOptions {
  readonly allowFaults?: boolean;
  /** Kept on disk there; in memory without. */
  readonly data?: string;
}

/** Starts the provincial library as a process of its own, on a free port. */
export async function startLibraryProcess(
  publicKey: string,
  { allowFaults = false, data }: LibraryProcessOptions = {},
): Promise<LibraryProcess> {
  const words = [main, '--port', '0', '--public-key', publicKey];
  if (allowFaults) words.push('--allow-faults');
  if (data !== undefined) words.push('--data', data);
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const letGo = atExit(() => child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout });
  const [line] = (await once(lines, 'line')) as [string];
  const { url } = JSON.parse(line) as { url: string }; // printed by the library’s main
  return {
    url,
    async mode(mode) {
      await fetch(`${url}/mode`, { method: 'POST', body: JSON.stringify(mode) });
    },
    history: () => historyOf(url),
    async [Symbol.asyncDispose]() {
      letGo();
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function historyOf(url: string): Promise<readonly Observation[]> {
  const observations: Observation[] = [];
  for (;;) {
    const answer = await fetch(`${url}/history?from=${observations.length}`);
    // the library’s own contract
    const { items } = (await answer.json()) as { items: { documentId: string; version: number }[] };
    if (items.length === 0) return observations;
    for (const { documentId, version } of items)
      observations.push({ place: 'province', documentId, version });
  }
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
