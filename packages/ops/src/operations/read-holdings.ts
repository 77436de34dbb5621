import type { Holdings } from '@gongwen/checker';
import { CommandError, exitCodes } from '../exit-codes.ts';

interface HoldingsPage {
  readonly items: readonly {
    readonly documentId: string;
    readonly version: number;
    readonly eventId: string;
  }[];
}

const pageSize = 10_000;

/** What a library holds, by `GET /holdings?after=&limit=` (docs/http.md); the newest version of each document. */
export async function readHoldings(url: string): Promise<Holdings> {
  const holdings = new Map<string, { version: number; eventId: string }>();
  for (let after = ''; ;) {
    const answer = await fetch(`${url}/holdings?after=${encodeURIComponent(after)}&limit=${pageSize}`).catch(
      (cause: unknown) => {
        throw new CommandError(exitCodes.unavailable, `${url}: ${String(cause)}`, { cause });
      },
    );
    if (!answer.ok) throw new CommandError(exitCodes.unavailable, `${url}/holdings: HTTP ${answer.status}`);
    const { items } = (await answer.json()) as HoldingsPage; // the library’s contract
    for (const { documentId, version, eventId } of items) holdings.set(documentId, { version, eventId });
    const last = items.at(-1);
    if (!last) return holdings;
    after = last.documentId;
  }
}
