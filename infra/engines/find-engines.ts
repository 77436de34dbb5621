import { enginesFromEnvironment } from './config.ts';
import type { RunningEngines } from './engines.ts';
import { isContainerRuntimeThere, startContainers } from './start-containers.ts';
import { startProcesses } from './start-processes.ts';

/**
 * Real engines, in this order (DESIGN §10): addresses in the environment, containers, processes of this machine.
 *
 * @throws Error that says what each way lacks
 */
export async function findEngines(): Promise<RunningEngines> {
  const engines = enginesFromEnvironment();
  if (engines) return { engines, origin: 'environment', async [Symbol.asyncDispose]() {} };
  return (await isContainerRuntimeThere()) ? startContainers() : startProcesses();
}
