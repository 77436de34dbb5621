import { readFileSync } from 'node:fs';
import { CommandError, exitCodes } from '../exit-codes.ts';

/** A command’s JSON from a file, `-` for standard input. */
export function readCommandFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));
  } catch (cause) {
    throw new CommandError(exitCodes.invalidInput, `${file} 不是可读的 JSON / is no readable JSON`, {
      cause,
    });
  }
}

export function waitStage(text: string | undefined): 'stored' | 'indexed' | 'delivered' | undefined {
  if (text === undefined || text === 'stored' || text === 'indexed' || text === 'delivered') return text;
  throw new CommandError(exitCodes.invalidInput, `--wait 应为 stored、indexed 或 delivered / not ${text}`);
}
