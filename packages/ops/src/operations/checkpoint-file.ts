import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Positions } from '@gongwen/ports';

/** How far an operation has come, so that it goes on there after a kill. Losing it costs a repetition, nothing else. */
export interface CheckpointFile {
  read(): Positions;
  write(positions: Positions): void;
  remove(): void;
}

export function checkpointFile(path: string): CheckpointFile {
  return {
    read: () =>
      new Map(existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as [number, number][]) : []), // written below
    write(positions) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFileSync(`${path}.new`, JSON.stringify([...positions]));
      renameSync(`${path}.new`, path);
    },
    remove: () => rmSync(path, { force: true }),
  };
}
