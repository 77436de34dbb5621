import { execFile, execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type EngineName = 'kafka' | 's3' | 'opensearch';

/** A real server as an ordinary process of this machine, driven by its script. Every verb may be repeated. */
export interface EngineProcess {
  /** Fetches what is missing, starts, waits until it answers; its address. */
  start(): Promise<string>;
  stop(): Promise<void>;
  /** The crash: SIGKILL. Rejects when there was nothing to kill, or a fault test would prove nothing. */
  kill(): Promise<void>;
  /** The same while this process is ending. */
  killNow(): void;
  /** Another verb of its script; what it printed. */
  run(...words: readonly string[]): Promise<string>;
}

/** @param settings of the script, see its head; `DIR` and `PORT` at least */
export function engineProcess(name: EngineName, settings: Readonly<Record<string, string>>): EngineProcess {
  const script = fileURLToPath(new URL(`${name}/${name}.sh`, import.meta.url));
  const verb = async (...words: readonly string[]) => {
    const { stdout } = await run('bash', [script, ...words], { env: { ...process.env, ...settings } });
    return stdout.trim();
  };
  return {
    start: () => verb('start'),
    async stop() {
      await verb('stop');
    },
    async kill() {
      if ((await verb('kill')) === '') throw new Error(`${name} was not running: nothing was killed`);
    },
    killNow() {
      execFileSync('bash', [script, 'kill'], { env: { ...process.env, ...settings }, stdio: 'ignore' });
    },
    run: verb,
  };
}
