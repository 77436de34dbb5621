import { type Role, roleSettings, roles } from '@gongwen/ops';
import { ConfigurationError, readConfiguration } from '@gongwen/service-kit';

/** Read by Node itself. */
const runtimeVariables: ReadonlySet<string> = new Set(['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS']);

export type Environment = Readonly<Record<string, string>>;

/** What the role itself would say at its start, and what it would never read. */
export function environmentFaults(role: Role, environment: Environment): string[] {
  const unknown = Object.keys(environment).filter(
    (name) => !(name in roleSettings[role]) && !runtimeVariables.has(name),
  );
  return [...unknown.map((name) => `${name} is no setting of ${role}`), ...startFaults(role, environment)];
}

/** Whether any role reads it: operators’ commands take the settings of several. */
export function isKnownVariable(name: string): boolean {
  return runtimeVariables.has(name) || roles.some((role) => name in roleSettings[role]);
}

function startFaults(role: Role, environment: Environment): readonly string[] {
  try {
    readConfiguration(roleSettings[role], environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
}
