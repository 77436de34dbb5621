import { type DocumentHead, localDateOf } from '@gongwen/domain';
import type { OpenData } from '@gongwen/local';
import type { DecisionTarget, Document } from '@gongwen/schemas';
import { type StandingOptions, targetStandings } from '@gongwen/service-kit';

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
export function decisions(
  view: View,
  now: Date,
  mayDecide: StandingOptions['mayDecide'],
  documentId?: string,
): DecisionStanding[] {
  const heads = documentId === undefined ? [...view.acting()] : [view.head(documentId) ?? []].flat();
  const options = { view, mayDecide, today: localDateOf(now) };
  return heads.map((head) => standingOf(head, options)).filter(({ items }) => items.length > 0);
}

/** How often each state occurs; a refusal with its code. */
export function countStates(items: readonly DecisionTarget[]): Record<string, number> {
  const states = Map.groupBy(items, ({ state, code }) => (code === undefined ? state : `${state} ${code}`));
  return Object.fromEntries([...states].map(([state, those]) => [state, those.length]));
}

function standingOf({ document }: DocumentHead, options: StandingOptions): DecisionStanding {
  const items = targetStandings(document, options);
  return { ...nameOf(document), counts: countStates(items), items };
}

function nameOf({ documentId, title, issuedOn }: Document) {
  return { documentId, title, ...(issuedOn !== undefined && { issuedOn }) };
}
