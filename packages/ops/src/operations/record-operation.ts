import { createHash, randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import type { ObjectStore } from '@gongwen/ports';

/** What an operator began, kept for ever beside the archive (I10). */
export interface OperationRecord {
  readonly id: string;
  readonly kind: string;
  readonly operator: string;
  readonly startedAt: string;
  readonly [fact: string]: unknown;
}

export interface RecordedOperation extends AsyncDisposable {
  readonly id: string;
  /** Its result; an operation without one has been broken off. */
  end(result: object): Promise<void>;
}

const beginning = (id: string) => `operations/${id}/began.json`;
const ending = (id: string) => `operations/${id}/ended.json`;

/** Writes what is about to be done before it is done; nothing is done when that cannot be written. */
export async function recordOperation(
  store: ObjectStore,
  facts: { readonly kind: string; readonly [fact: string]: unknown },
): Promise<RecordedOperation> {
  const startedAt = new Date().toISOString();
  const id = `${startedAt.replaceAll(/[:.]/g, '-')}-${facts.kind}-${randomUUID().slice(0, 8)}`;
  const record: OperationRecord = { ...facts, id, operator: userInfo().username, startedAt };
  await putJson(store, beginning(id), record);
  let isOver = false;
  const finish = async (result: object) => {
    if (isOver) return;
    isOver = true;
    await putJson(store, ending(id), { endedAt: new Date().toISOString(), result });
  };
  return { id, end: finish, [Symbol.asyncDispose]: () => finish({ outcome: 'failed' }) };
}

/** Every operation, oldest first, with its result. */
export async function* readOperations(
  store: ObjectStore,
): AsyncGenerator<OperationRecord & { readonly ended?: unknown }> {
  for (let after: string | undefined; ;) {
    const { objects, next } = await store.list('operations/', after === undefined ? {} : { after });
    for (const { key } of objects) {
      if (!key.endsWith('/began.json')) continue;
      const began = (await readJson(store, key)) as OperationRecord; // written above
      const ended = await readJson(store, ending(began.id));
      yield { ...began, ...(ended !== undefined && { ended }) };
    }
    if (next === undefined) return;
    after = next;
  }
}

export async function readOperation(store: ObjectStore, id: string): Promise<OperationRecord | undefined> {
  return (await readJson(store, beginning(id))) as OperationRecord | undefined; // written above
}

async function putJson(store: ObjectStore, key: string, value: object): Promise<void> {
  const content = Buffer.from(JSON.stringify(value, undefined, 2));
  await store.put({ key, content, sha256: createHash('sha256').update(content).digest('hex') });
}

async function readJson(store: ObjectStore, key: string): Promise<unknown> {
  const content = await store.get(key);
  if (!content) return undefined;
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString());
}
