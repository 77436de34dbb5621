import {
  type Command,
  type DocumentHead,
  type LocalDate,
  decide,
  derivedCommand,
  isDoneBy,
  isEnded,
  matchReference,
  targetsOf,
  validityOn,
} from '@gongwen/domain';
import type { DecisionTarget, Document, Relation } from '@gongwen/schemas';
import { decisionsNamespace, derivedEventId, derivedKey } from './derived-event-id.ts';
import type { View } from './view.ts';

/** Where one target of a decision stands; `pending` is what is to be done, and the key under which it is done once. */
export type TargetStanding = DecisionTarget & {
  readonly pending?: { readonly command: Command; readonly idempotencyKey: string };
};

export interface StandingOptions {
  readonly view: Pick<View, 'head' | 'admitted' | 'citedAs'>;
  readonly today: LocalDate;
  /** Whether the decision’s department may act on documents of that one. */
  readonly mayDecide: (decision: Document, target: Document) => boolean;
}

/** Judged from the log alone, so every publisher, before and after a crash, comes to the same. */
export function targetStanding(
  decision: Document,
  relation: Relation,
  options: StandingOptions,
): TargetStanding {
  const { view } = options;
  const match = matchReference(relation.target, {
    citing: decision,
    citedAs: view.citedAs,
    isInForce: (document) => !isEnded(validityOn(document, options.today)),
  });
  if (match.outcome === 'none') return { relation, state: 'unresolved' };
  const fitting = match.outcome === 'one' ? [match.document] : match.documents;
  const applied = fitting.flatMap((target) => appliedTo(decision, relation, target, view))[0];
  if (applied) return applied;
  const [target, another] = fitting;
  const head = target && view.head(target.documentId);
  if (!head || another) {
    const candidates = fitting.slice(0, 20).map(({ documentId }) => documentId);
    return { relation, state: 'ambiguous', candidates };
  }
  return pendingOn(decision, relation, head, options);
}

/** Where every target of a decision stands, in its order. */
export function targetStandings(decision: Document, options: StandingOptions): DecisionTarget[] {
  const known = new Map<string, readonly Document[]>();
  const citedAs = (key: string) => {
    const found = known.get(key) ?? options.view.citedAs(key);
    known.set(key, found);
    return found;
  };
  // thousands of targets may be cited by one title
  const view = { ...options.view, citedAs };
  return targetsOf(decision).map((relation) => {
    const { pending: _pending, ...standing } = targetStanding(decision, relation, { ...options, view });
    return standing;
  });
}

/** No rule of a derived command asks who gives it. */
const department = { id: decisionsNamespace, name: '', level: 'city', regionCode: '' } as const;

/** By its derived event, or because the document’s own history says so already. */
function appliedTo(
  decision: Document,
  relation: Relation,
  target: Document,
  view: StandingOptions['view'],
): TargetStanding[] {
  const { documentId } = target;
  const event = view.admitted(derivedEventId(decision.documentId, relation, target));
  if (event) return [{ relation, state: 'applied', documentId, version: event.version }];
  return isDoneBy(decision, relation, target) ? [{ relation, state: 'applied', documentId }] : [];
}

function pendingOn(
  decision: Document,
  relation: Relation,
  head: DocumentHead,
  { today, mayDecide }: StandingOptions,
): TargetStanding {
  const found = { relation, documentId: head.documentId };
  if (!mayDecide(decision, head.document)) return { ...found, state: 'refused', code: 'FORBIDDEN_NAMESPACE' };
  const command = derivedCommand(decision, relation, head);
  if (!command) return { ...found, state: 'refused', code: 'DATE_INVALID', detail: '决定没有生效日期' };
  const outcome = decide(head, command, { department, today });
  if (outcome.outcome === 'accepted') {
    const idempotencyKey = derivedKey(decision.documentId, relation, head.document);
    return { ...found, state: 'pending', pending: { command, idempotencyKey } };
  }
  const [issue] = outcome.issues ?? [];
  return { ...found, state: 'refused', code: outcome.code, ...(issue && { detail: issue.zh }) };
}
