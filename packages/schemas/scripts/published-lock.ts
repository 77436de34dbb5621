import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';

const folder = new URL('../schema/', import.meta.url);
export const lockFile = new URL('published.lock.json', folder);

/** Not contracts of their own: `common` is counted where it is used, the union grows with every event type. */
const notLocked: ReadonlySet<string> = new Set(['common.v1.schema.json', 'document-event.v1.schema.json']);

export type Schemas = ReadonlyMap<string, unknown>;

/** File name → digest, as it was when the schema was published. */
export type Lock = Record<string, string>;

export async function readSchemas(): Promise<Schemas> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.schema.json'));
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  return new Map(names.map((name, index) => [name, JSON.parse(texts[index] ?? '')]));
}

export async function readLock(): Promise<Lock> {
  return JSON.parse(await readFile(lockFile, 'utf8')) as Lock; // our own file
}

/** The digests of every schema that is a contract. */
export function currentLock(schemas: Schemas): Lock {
  const names = [...schemas.keys()].filter((name) => !notLocked.has(name)).toSorted();
  return Object.fromEntries(names.map((name) => [name, digest(name, schemas)]));
}

/** What a lock and the schemas of today disagree about, each with what to do. */
export function lockFaults(lock: Lock, current: Lock): string[] {
  const changed = Object.entries(lock)
    .filter(([name, value]) => current[name] !== value)
    .map(([name]) =>
      current[name] === undefined
        ? `${name} was published and is gone: readers still need it`
        : `${name} was published and has changed: restore it and write a new version`,
    );
  const added = Object.keys(current)
    .filter((name) => lock[name] === undefined)
    .map((name) => `${name} is not in the lock: run scripts/lock.ts`);
  return [...changed, ...added];
}

function digest(name: string, schemas: Schemas): string {
  const used = new Map<string, unknown>();
  collect(schemas.get(name), name, schemas, used);
  const definitions = [...used].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(canonical([schemas.get(name), definitions]))
    .digest('hex');
}

/** Gathers what a schema refers to, through every step. */
function collect(node: unknown, file: string, schemas: Schemas, used: Map<string, unknown>): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key !== '$ref') {
      collect(value, file, schemas, used);
      continue;
    }
    const [target = '', path = ''] = String(value).split('#');
    const targetFile = target === '' ? file : target;
    const id = `${targetFile}#${path}`;
    if (used.has(id)) continue;
    const found = resolve(schemas.get(targetFile), path);
    if (found === undefined) throw new Error(`${file} refers to ${id}, which does not exist`);
    used.set(id, found);
    collect(found, targetFile, schemas, used);
  }
}

function resolve(schema: unknown, path: string): unknown {
  return path
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (node, part) =>
        typeof node === 'object' && node !== null ? new Map(Object.entries(node)).get(part) : undefined,
      schema,
    );
}

/** JSON with sorted keys: order and layout are no part of a contract. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
