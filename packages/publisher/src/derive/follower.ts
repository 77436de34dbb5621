import type { DocumentHead, LocalDate } from '@gongwen/domain';

/** Writes the events that follow from documents that changed. What it knows is in the log: it can be made anew at any time. */
export interface Follower {
  /** A document that may matter has come or changed. */
  takeIn(head: DocumentHead): void;
  /** Does what can be done now. `true` when something was overtaken and must be tried again soon. */
  work(today: LocalDate, signal: AbortSignal): Promise<boolean>;
}
