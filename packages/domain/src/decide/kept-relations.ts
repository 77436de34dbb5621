import type { Relation } from '@gongwen/schemas';

/** Told by the changes of the document’s own life; a department cannot take them back by writing others. */
const madeByEvents: ReadonlySet<string> = new Set(['amended_by', 'repealed_by', 'superseded_by']);

/** The relations that a command puts in place of others, each once, with those that its life has made. */
export function withKeptRelations(
  wanted: readonly Relation[] = [],
  before: readonly Relation[] = [],
): Relation[] {
  const kept = before.filter(({ type }) => madeByEvents.has(type));
  return [...new Map([...wanted, ...kept].map((relation) => [relationKey(relation), relation])).values()];
}

/** Two relations are one when they say the same, whatever the order of their fields. */
export function relationKey({
  type,
  target,
  effectiveOn,
  scope,
  reasonCode,
  articles = [],
}: Relation): string {
  const { documentId, number, title, issuer, issuedOn, version } = target;
  return JSON.stringify([
    [type, effectiveOn, scope, reasonCode, ...articles],
    [documentId, number, title, issuer, issuedOn, version],
  ]);
}
