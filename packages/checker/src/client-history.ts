import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

/**
 * One operation as its client saw it (the vocabulary of Jepsen): `ok` was answered with a receipt, `failed` was refused
 * for good, `unknown` was never answered definitely and may or may not have happened.
 */
export interface ClientOperation {
  readonly name: string;
  readonly documentId: string;
  readonly idempotencyKey: string;
  readonly outcome: 'ok' | 'failed' | 'unknown';
  /** Of the receipt. */
  readonly eventId?: string;
  readonly version?: number;
  /** Of the refusal. */
  readonly code?: string;
}

/** What the clients of a test did, kept so that a crash of the test itself loses nothing. */
export interface ClientHistory extends Disposable {
  record(operation: ClientOperation): void;
  readonly operations: readonly ClientOperation[];
}

/** @param path a file of JSON lines; what it holds already is taken up */
export function openClientHistory(path: string): ClientHistory {
  const file = openSync(path, 'a+');
  const operations = readFileSync(path, 'utf8')
    .split('\n')
    .slice(0, -1) // a torn last line was not recorded
    .map((line) => JSON.parse(line) as ClientOperation); // written below
  return {
    operations,
    record(operation) {
      writeSync(file, `${JSON.stringify(operation)}\n`);
      operations.push(operation);
    },
    [Symbol.dispose]: () => closeSync(file),
  };
}
