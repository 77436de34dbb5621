import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** One version of a document as the library holds it. */
export interface Holding {
  readonly documentId: string;
  readonly version: number;
  readonly eventId: string;
  readonly type: string;
  readonly title: string;
  readonly status: 'published' | 'withdrawn';
  readonly receiptId: string;
  readonly receivedAt: string;
}

/** What the library holds: append-only, and with a directory on disk before it is acknowledged. */
export interface Holdings {
  readonly byDocument: ReadonlyMap<string, readonly Holding[]>;
  /** Everything, as it came in. */
  readonly inOrder: readonly Holding[];
  add(holding: Holding): void;
  /** One digest over `documentId:version:eventId` of every newest version, in order of id. */
  digest(): string;
  close(): void;
}

export function openHoldings(directory?: string): Holdings {
  const byDocument = new Map<string, Holding[]>();
  const inOrder: Holding[] = [];
  const remember = (holding: Holding) => {
    inOrder.push(holding);
    byDocument.set(holding.documentId, [...(byDocument.get(holding.documentId) ?? []), holding]);
  };
  let file: number | undefined;
  if (directory !== undefined) {
    mkdirSync(directory, { recursive: true });
    const path = join(directory, 'holdings.jsonl');
    for (const holding of readWhole(path)) remember(holding);
    file = openSync(path, 'a');
  }
  return {
    byDocument,
    inOrder,
    add(holding) {
      if (file !== undefined) {
        writeSync(file, `${JSON.stringify(holding)}\n`);
        fsyncSync(file);
      }
      remember(holding);
    },
    digest() {
      const hash = createHash('sha256');
      for (const documentId of [...byDocument.keys()].toSorted()) {
        const newest = byDocument.get(documentId)?.at(-1);
        hash.update(`${documentId}:${newest?.version}:${newest?.eventId}\n`);
      }
      return hash.digest('hex');
    },
    close() {
      if (file !== undefined) closeSync(file);
    },
  };
}

/** A torn last line was never acknowledged. */
function readWhole(path: string): Holding[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Holding); // written by add
}
