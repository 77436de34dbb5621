import { type DocumentHead, type LocalDate, targetsOf } from '@gongwen/domain';
import type { Document, Relation } from '@gongwen/schemas';
import { type Logger, type View, decisionsNamespace, targetStanding } from '@gongwen/service-kit';
import type { Accept } from '../accept.ts';
import type { Follower } from './follower.ts';
import { createOpenCitations } from './open-citations.ts';
import { createRounds } from './rounds.ts';
import { settled } from './settled.ts';
import { systemActor } from './system-actor.ts';

/** Whether a decision’s department may act on the documents of another one. */
export type MayDecide = (decision: Document, target: Document) => boolean;

interface OpenTarget {
  readonly decision: DocumentHead;
  readonly relation: Relation;
}

/**
 * The decisions of DESIGN §4: each target gets its own event. A target that is not known, or that its document’s state
 * refuses, stays open and is tried again when a document comes or changes that it may mean.
 */
export function createDecisions(options: {
  view: View;
  accept: Accept;
  mayDecide: MayDecide;
  logger: Logger;
}): Follower {
  const { view, accept, mayDecide, logger } = options;
  const open = createOpenCitations<OpenTarget>();
  const rounds = createRounds(settle);

  async function settle(target: OpenTarget, today: LocalDate): Promise<boolean> {
    const { decision, relation } = target;
    const name = nameOf(target);
    const standing = targetStanding(decision.document, relation, { view, mayDecide, today });
    // corrected or withdrawn since: what it does now is taken in on its own
    const isReplaced = view.versionOf(decision.documentId) !== decision.version;
    if (isReplaced || standing.state === 'applied') {
      open.delete(name);
      return true;
    }
    open.set(name, [relation.target], target);
    const { pending } = standing;
    if (!pending) return true;
    const actor = systemActor(decisionsNamespace, decision.documentId);
    // its own event wakes it again, and only then is it known to be done
    return settled(accept({ actor, ...pending, causationId: decision.eventId }), logger);
  }

  return {
    takeIn(head) {
      for (const [name, target] of open.citing(head.document)) rounds.add(name, target);
      for (const relation of targetsOf(head.document)) {
        const target = { decision: head, relation };
        rounds.add(nameOf(target), target);
      }
    },
    work: rounds.work,
  };
}

function nameOf({ decision: { documentId, version }, relation }: OpenTarget): string {
  const { type, target, effectiveOn, articles } = relation;
  return `${documentId}/${version}/${JSON.stringify([type, target, effectiveOn, articles])}`;
}
