import type { DepartmentRegistry } from '../department-registry.ts';
import type { MayDecide } from './decisions.ts';

/** A department decides on its own documents, and on those of the departments that the operator has named (I6). */
export function mayDecideBy(registry: DepartmentRegistry): MayDecide {
  return (decision, target) => {
    if (decision.department === target.department) return true;
    const { decidesFor = [] } = registry.department(decision.department) ?? {};
    return decidesFor.includes('*') || decidesFor.includes(target.department);
  };
}
