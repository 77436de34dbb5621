import type { TestProject } from 'vitest/node';
import { areEnginesRequired } from './config.ts';
import type { Engines } from './engines.ts';
import { findEngines } from './find-engines.ts';

declare module 'vitest' {
  interface ProvidedContext {
    engines: Engines | undefined;
  }
}

/** Starts the engines once for all integration tests; without any, tests are skipped unless they are required. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  try {
    const running = await findEngines();
    provide('engines', running.engines);
    return async () => running[Symbol.asyncDispose]();
  } catch (error) {
    if (areEnginesRequired()) throw error;
    process.stderr.write(`no engines, integration tests are skipped: ${String(error).slice(0, 500)}\n`);
    provide('engines', undefined);
    return async () => undefined;
  }
}
