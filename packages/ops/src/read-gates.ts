import { readFileSync } from 'node:fs';
import { type GatePolicy, defaultGates, readGatePolicy } from '@gongwen/domain';
import { ConfigurationError } from '@gongwen/service-kit';

/**
 * Reads the operator’s policy of gates; without a file the default holds.
 *
 * @throws ConfigurationError
 */
export function readGates(path: string): GatePolicy {
  if (path === '') return defaultGates;
  try {
    return readGatePolicy(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new ConfigurationError([`${path}: ${error instanceof Error ? error.message : String(error)}`]);
  }
}
