import type { Document, Relation } from '@gongwen/schemas';
import type { Rejection } from './decision.ts';
import { refuseItself } from './standing.ts';

/** Refuses relations to the document itself, e.g. a decision that repeals itself. */
export function refuseOwnRelations(
  document: Document,
  relations: readonly Relation[] | undefined,
  pointer: string,
): Rejection | undefined {
  // an import may have read its own number for another’s; then it acts on nothing, and reports show it
  const byNumber = document.provenance === undefined;
  for (const [index, { target }] of (relations ?? []).entries()) {
    if (!byNumber && target.documentId === undefined) continue;
    const refusal = refuseItself({ document }, target, `${pointer}/${index}/target`);
    if (refusal) return refusal;
  }
  return undefined;
}
