import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { atExit } from '@gongwen/engines/at-exit.ts';
import { cli } from './gongwen-command.ts';

export type Role = 'publisher' | 'archiver' | 'indexer' | 'syndicator' | 'portal';

export interface RoleOptions {
  readonly role: Role;
  readonly name: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  /** What it says goes here. */
  readonly logFile: string;
}

/** One role as a process that is started again whenever it ends, as an orchestrator would. */
export interface RoleProcess extends AsyncDisposable {
  readonly role: Role;
  readonly name: string;
  readonly url: string;
  readonly pid: number | undefined;
  /** How often it ended without being told to. */
  readonly failures: number;
  /** Resolves when it says that it is ready. */
  ready(): Promise<void>;
  /** SIGKILL; it is started again. */
  kill(): Promise<void>;
  /** SIGSTOP: it keeps its sockets and answers nobody. */
  freeze(): void;
  thaw(): void;
}

const restartAfterMs = 300;
const readyWithinMs = 120_000;

export function startRole({ role, name, port, environment, logFile }: RoleOptions): RoleProcess {
  const url = `http://127.0.0.1:${port}`;
  const log = openSync(logFile, 'a');
  let child: ChildProcess;
  let isStopping = false;
  let isBeingKilled = false;
  let failures = 0;

  function start(): void {
    child = spawn(process.execPath, [...memoryFlags(role), cli, 'serve', role], {
      stdio: ['ignore', log, log],
      env: { ...process.env, ...environment, GONGWEN_PORT: String(port) },
    });
    child.once('exit', () => {
      if (isStopping) return;
      if (!isBeingKilled) failures++;
      isBeingKilled = false;
      setTimeout(() => isStopping || start(), restartAfterMs);
    });
  }
  start();
  const letGo = atExit(() => child.kill('SIGKILL'));
  const isAlive = () => child.exitCode === null && child.signalCode === null;

  return {
    role,
    name,
    url,
    get pid() {
      return child.pid;
    },
    get failures() {
      return failures;
    },
    async ready() {
      const until = Date.now() + readyWithinMs;
      for (;;) {
        const answer = await fetch(`${url}/readyz`).catch(() => undefined);
        if (answer?.ok) return;
        if (Date.now() > until) throw new Error(`${name} is not ready: see ${logFile}`);
        await delay(100);
      }
    },
    async kill() {
      while (!isAlive()) await delay(50); // it is being started again
      isBeingKilled = true;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    async [Symbol.asyncDispose]() {
      letGo();
      isStopping = true;
      child.kill('SIGCONT');
      child.kill('SIGTERM');
      if (isAlive()) await once(child, 'exit');
      closeSync(log);
    },
  };
}

/** As in infra/docker: left to itself, V8 takes twice the memory before it looks for garbage. */
function memoryFlags(role: Role): readonly string[] {
  return [`--max-old-space-size=${role === 'publisher' ? 256 : 160}`, '--max-semi-space-size=4'];
}
