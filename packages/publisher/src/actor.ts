import type { Department } from '@gongwen/domain';

/** What a credential may do. */
export const scopes = [
  'documents:write',
  'documents:import',
  'files:write',
  'receipts:read',
  'operations',
] as const;
export type Scope = (typeof scopes)[number];

/** Who asks: a department’s system, known by its credential. */
export interface Actor {
  readonly department: Department;
  /** For the record (I10): which credential it was. */
  readonly credential: string;
  readonly scopes: ReadonlySet<string>;
}
