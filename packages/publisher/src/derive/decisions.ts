import {
  citationKeysOf,
  type DocumentHead,
  type LocalDate,
  referenceKeysOf,
  targetsOf,
} from '@gongwen/domain';
import type { Document, Relation } from '@gongwen/schemas';
import { type View, decisionsNamespace, targetStanding } from '@gongwen/service-kit';
import type { Accept } from '../accept.ts';
import { inChunks } from './in-chunks.ts';
import { settled } from './settled.ts';
import { systemActor } from './system-actor.ts';

/** Whether a decision’s department may act on the documents of another one. */
export type MayDecide = (decision: Document, target: Document) => boolean;

export interface Decisions {
  /** Carries out what can be carried out, and resolves when nothing is left that can. */
  work(today: LocalDate, signal: AbortSignal): Promise<void>;
  /** The view’s change up to which everything was looked at. */
  readonly seen: number;
}

interface OpenTarget {
  readonly decision: DocumentHead;
  readonly relation: Relation;
}

const headsAtOnce = 500;

/**
 * The decisions of DESIGN §4: each target gets its own event. A target that is not known, or that its document’s state
 * refuses, stays open and is tried again when a document comes or changes that it may mean.
 */
export function createDecisions(options: { view: View; accept: Accept; mayDecide: MayDecide }): Decisions {
  const { view, accept, mayDecide } = options;
  const openByKey = new Map<string, Map<string, OpenTarget>>();
  let seen: number | undefined;
  let waiting = new Map<string, OpenTarget>();

  function takeIn(heads: readonly DocumentHead[]): void {
    for (const head of heads) {
      for (const key of citationKeysOf(head.document)) {
        for (const [name, target] of openByKey.get(key) ?? []) waiting.set(name, target);
      }
      for (const relation of targetsOf(head.document))
        waiting.set(nameOf(head, relation), { decision: head, relation });
    }
  }

  /** Starts with the decisions that there are, then follows what changes. */
  function takeNews(): void {
    if (seen === undefined) {
      seen = view.lastChange();
      for (const head of view.acting()) takeIn([head]);
    }
    for (;;) {
      const { heads, change } = view.changedAfter(seen, headsAtOnce);
      takeIn(heads);
      seen = change;
      if (heads.length < headsAtOnce) return;
    }
  }

  async function settle(name: string, target: OpenTarget, today: LocalDate): Promise<void> {
    const { decision } = target;
    // corrected or withdrawn since: what it does now is taken in on its own
    if (view.versionOf(decision.documentId) !== decision.version) return forget(name, target);
    const standing = targetStanding(decision.document, target.relation, {
      view,
      mayDecide,
      today,
    });
    if (standing.state === 'applied') return forget(name, target);
    remember(name, target);
    const { pending } = standing;
    if (!pending) return;
    const actor = systemActor(decisionsNamespace, decision.documentId);
    const isDone = await settled(accept({ actor, ...pending, causationId: decision.eventId }));
    // its own event wakes it again, and only then is it known to be done
    if (!isDone) waiting.set(name, target);
  }

  function remember(name: string, target: OpenTarget): void {
    for (const key of referenceKeysOf(target.relation.target)) {
      const open = openByKey.get(key) ?? new Map<string, OpenTarget>();
      openByKey.set(key, open.set(name, target));
    }
  }

  function forget(name: string, { relation }: OpenTarget): void {
    for (const key of referenceKeysOf(relation.target)) {
      const open = openByKey.get(key);
      open?.delete(name);
      if (open?.size === 0) openByKey.delete(key);
    }
  }

  return {
    async work(today, signal) {
      for (takeNews(); waiting.size > 0; takeNews()) {
        const batch = [...waiting];
        waiting = new Map();
        try {
          await inChunks(batch, signal, ([name, target]) => settle(name, target, today));
        } catch (error) {
          waiting = new Map([...batch, ...waiting]); // all of them again: what is done is told by the log
          throw error;
        }
      }
    },
    get seen() {
      return seen ?? 0;
    },
  };
}

function nameOf({ documentId, version }: DocumentHead, relation: Relation): string {
  return `${documentId}/${version}/${JSON.stringify([relation.type, relation.target, relation.effectiveOn])}`;
}
