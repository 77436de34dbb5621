import { type LocalDate, endingOn, isEnded } from '@gongwen/domain';
import type { SearchHit } from '@gongwen/ports';
import type { DocumentReference } from '@gongwen/schemas';

export interface Ending {
  /** The first day on which it was not in force; unknown where a source only says that it has ended. */
  readonly endedOn?: LocalDate;
  /** None when its term has run out. */
  readonly endedBy?: DocumentReference;
}

/** Since when, and by which decision, a hit is no longer in force on the date asked for; empty when it is. */
export function endingOf({ document, validity }: SearchHit, on: LocalDate): Ending {
  if (!isEnded(validity)) return {};
  const span = document.validities.findLast(({ from }) => from === undefined || from <= on);
  const decision = endingOn(document.snapshot, on)?.decision;
  return {
    ...(span?.from !== undefined && { endedOn: span.from }),
    ...(decision && { endedBy: decision }),
  };
}
