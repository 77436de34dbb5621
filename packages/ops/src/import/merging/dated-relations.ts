import type { Relation } from '@gongwen/schemas';
import { uniqueRelations } from '../mapping/decision-targets.ts';
import type { Draft } from '../mapping/draft.ts';

/**
 * What a document does to others, whichever row tells it. What a text ends “同时”, it ends on the day of force that it
 * states. A newer version of the text repeats it with a day of its own, so the earliest day counts.
 */
export function datedRelations(drafts: readonly Draft[]): Relation[] {
  const relations = drafts.flatMap((draft) => {
    const effectiveOn = draft.statedFrom ?? ofSameText(draft, drafts)?.statedFrom;
    const dated = effectiveOn === undefined ? {} : { effectiveOn };
    return (draft.content.relations ?? []).map((relation) => ({ ...dated, ...relation }));
  });
  // of equal relations the last one counts
  return uniqueRelations(relations.toSorted((one, other) => (dayOf(one) > dayOf(other) ? -1 : 1)));
}

function ofSameText({ path }: Draft, drafts: readonly Draft[]): Draft | undefined {
  return drafts.find((other) => path !== undefined && other.path === path && other.statedFrom !== undefined);
}

function dayOf({ effectiveOn = '9999-12-31' }: Relation): string {
  return effectiveOn;
}
