import type { Command } from '@gongwen/domain';
import type { Actor } from './actor.ts';
import { authorize } from './authorize.ts';

/**
 * Whether the credential may send this command.
 *
 * @param owner - the department whose document it is; `undefined` when nothing of anybody is touched
 * @throws ServiceError INSUFFICIENT_SCOPE, FORBIDDEN_NAMESPACE
 */
export function authorizeCommand(actor: Actor, command: Command, owner: string | undefined): void {
  authorize(actor, 'documents:write', owner);
  if (importsGaps(command)) authorize(actor, 'documents:import');
}

/** Provenance switches the checks for new documents off, so only an import may say it, and take it back. */
function importsGaps({ name, body }: Command): boolean {
  if (name === 'publish') return body.document.provenance !== undefined;
  if ('clear' in body && body.clear?.includes('provenance')) return true;
  return 'changes' in body && body.changes?.provenance !== undefined;
}
