import type { RegisteredDepartment } from '../department-registry.ts';
import type { MayDecide } from './decisions.ts';

type Deciding = Pick<RegisteredDepartment, 'decidesFor'>;

/** A department decides on its own documents, and on those of the departments that the operator has named (I6). */
export function mayDecideBy(departmentOf: (id: string) => Deciding | undefined): MayDecide {
  return (decision, target) => {
    if (decision.department === target.department) return true;
    const { decidesFor = [] } = departmentOf(decision.department) ?? {};
    return decidesFor.includes('*') || decidesFor.includes(target.department);
  };
}
