import { createHash } from 'node:crypto';
import type { Department } from '@gongwen/domain';
import type { Scope } from './actor.ts';

/** A department and its keys as the operator writes them down; keys are kept as hashes only. */
export interface RegisteredDepartment extends Department {
  /** Default true. */
  readonly enabled?: boolean;
  /** Departments whose documents its decisions may end or amend, besides its own; `*` = all. Default none (I6). */
  readonly decidesFor?: readonly string[];
  readonly keys?: readonly {
    readonly id: string;
    readonly sha256: string;
    readonly scopes: readonly Scope[];
  }[];
}

export interface DepartmentKey {
  readonly department: RegisteredDepartment;
  readonly id: string;
  readonly scopes: readonly Scope[];
}

export interface DepartmentRegistry {
  department(id: string): RegisteredDepartment | undefined;
  /** Looks up by the key’s hash, so that comparing takes the same time for every wrong key. */
  key(secret: string): DepartmentKey | undefined;
}

export function createDepartmentRegistry(departments: readonly RegisteredDepartment[]): DepartmentRegistry {
  const byId = new Map(departments.map((department) => [department.id, department]));
  const byHash = new Map(
    departments.flatMap((department) =>
      (department.keys ?? []).map(({ id, sha256, scopes }) => [sha256, { department, id, scopes }] as const),
    ),
  );
  return {
    department: (id) => byId.get(id),
    key: (secret) => byHash.get(hashKey(secret)),
  };
}

/** Keys are 256 random bits, so a plain hash cannot be searched backwards. */
export function hashKey(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
