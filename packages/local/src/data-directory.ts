import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Where an embedded system keeps everything. */
export interface DataDirectory {
  readonly log: string;
  readonly search: string;
  readonly view: string;
  readonly objects: string;
}

export function dataDirectory(root: string): DataDirectory {
  return {
    log: join(root, 'log.db'),
    search: join(root, 'search.db'),
    view: join(root, 'view.db'),
    objects: join(root, 'objects'),
  };
}

/**
 * Makes the folder this process’s own: two systems on one log would be two writers of one view.
 *
 * @returns what gives it free again
 */
export function lockDataDirectory(root: string): () => void {
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const path = join(root, 'owner.pid');
  const owner = readOwner(path);
  if (owner !== undefined && owner !== process.pid && isAlive(owner)) {
    throw new Error(
      `${root} 正由进程 ${owner} 使用；请先停止它，或用 --data 指定另一目录 / is in use by process ${owner}; stop it or choose another --data`,
    );
  }
  rmSync(path, { force: true });
  const file = openSync(path, 'wx');
  writeSync(file, String(process.pid));
  closeSync(file);
  return () => rmSync(path, { force: true });
}

function readOwner(path: string): number | undefined {
  try {
    return Number(readFileSync(path, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
