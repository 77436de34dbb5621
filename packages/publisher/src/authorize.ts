import { ServiceError } from '@gongwen/service-kit';
import type { Actor, Scope } from './actor.ts';

/**
 * The one gate of every route (I6): deny unless the credential has the scope and, where a department’s things are
 * touched, is of that department.
 *
 * @throws ServiceError INSUFFICIENT_SCOPE, FORBIDDEN_NAMESPACE
 */
export function authorize(actor: Actor, scope: Scope, owner?: string): void {
  if (!actor.scopes.has(scope)) throw new ServiceError('INSUFFICIENT_SCOPE');
  if (owner !== undefined && owner !== actor.department.id && !actor.scopes.has('operations')) {
    throw new ServiceError('FORBIDDEN_NAMESPACE');
  }
}
