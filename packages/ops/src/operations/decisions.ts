import { type DocumentHead, localDateOf } from '@gongwen/domain';
import type { OpenData } from '@gongwen/local';
import type { DecisionTarget, Document } from '@gongwen/schemas';
import { targetStandings } from '@gongwen/service-kit';

/** One decision and what became of its targets. */
export interface DecisionStanding {
  readonly documentId: string;
  readonly title: string;
  readonly issuedOn?: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly items: readonly DecisionTarget[];
}

type View = Pick<OpenData['view'], 'acting' | 'head' | 'admitted' | 'citedAs'>;

/** Every document that acts on others, or the one with that id; none when it does not act. */
export function decisions(view: View, now: Date, documentId?: string): DecisionStanding[] {
  const heads = documentId === undefined ? [...view.acting()] : [view.head(documentId) ?? []].flat();
  return heads.map((head) => standingOf(head, view, now)).filter(({ items }) => items.length > 0);
}

/** How often each state occurs; a refusal with its code. */
export function countStates(items: readonly DecisionTarget[]): Record<string, number> {
  const states = Map.groupBy(items, ({ state, code }) => (code === undefined ? state : `${state} ${code}`));
  return Object.fromEntries([...states].map(([state, those]) => [state, those.length]));
}

function standingOf({ document }: DocumentHead, view: View, now: Date): DecisionStanding {
  // whether its department may act on others is the publisher’s to know: here it may
  const items = targetStandings(document, { view, mayDecide: () => true, today: localDateOf(now) });
  return { ...nameOf(document), counts: countStates(items), items };
}

function nameOf({ documentId, title, issuedOn }: Document) {
  return { documentId, title, ...(issuedOn !== undefined && { issuedOn }) };
}
