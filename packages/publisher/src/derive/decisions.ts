import { type DocumentHead, targetsOf } from '@gongwen/domain';
import type { Document, Relation } from '@gongwen/schemas';
import { type View, decisionsNamespace, targetStanding } from '@gongwen/service-kit';
import type { Accept } from '../accept.ts';
import type { Follower } from './follower.ts';
import { inChunks } from './in-chunks.ts';
import { createOpenCitations } from './open-citations.ts';
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
export function createDecisions(options: { view: View; accept: Accept; mayDecide: MayDecide }): Follower {
  const { view, accept, mayDecide } = options;
  const open = createOpenCitations<OpenTarget>();
  let waiting = new Map<string, OpenTarget>();

  async function settle(name: string, target: OpenTarget, today: string): Promise<void> {
    const { decision, relation } = target;
    // corrected or withdrawn since: what it does now is taken in on its own
    if (view.versionOf(decision.documentId) !== decision.version) return open.delete(name);
    const standing = targetStanding(decision.document, relation, { view, mayDecide, today });
    if (standing.state === 'applied') return open.delete(name);
    open.set(name, [relation.target], target);
    const { pending } = standing;
    if (!pending) return;
    const actor = systemActor(decisionsNamespace, decision.documentId);
    const isDone = await settled(accept({ actor, ...pending, causationId: decision.eventId }));
    // its own event wakes it again, and only then is it known to be done
    if (!isDone) waiting.set(name, target);
  }

  return {
    takeIn(head) {
      for (const [name, target] of open.citing(head.document)) waiting.set(name, target);
      for (const relation of targetsOf(head.document))
        waiting.set(nameOf(head, relation), { decision: head, relation });
    },
    async work(today, signal) {
      const batch = [...waiting];
      waiting = new Map();
      try {
        await inChunks(batch, signal, ([name, target]) => settle(name, target, today));
      } catch (error) {
        waiting = new Map([...batch, ...waiting]); // all of them again: what is done is told by the log
        throw error;
      }
      return waiting.size > 0;
    },
  };
}

function nameOf({ documentId, version }: DocumentHead, relation: Relation): string {
  const { type, target, effectiveOn, articles } = relation;
  return `${documentId}/${version}/${JSON.stringify([type, target, effectiveOn, articles])}`;
}
