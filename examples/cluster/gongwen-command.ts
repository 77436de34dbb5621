import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const cli = fileURLToPath(new URL('../../packages/ops/src/cli.ts', import.meta.url));

export interface CommandResult {
  readonly code: number;
  readonly output: string;
  readonly talk: string;
}

/** Runs the command as its user would. */
export function gongwen(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, ...environment }, maxBuffer: 256 * 1024 * 1024 };
    const child = execFile(process.execPath, [cli, ...words], options, (_error, output, talk) => {
      resolve({ code: child.exitCode ?? 1, output, talk });
    });
  });
}
