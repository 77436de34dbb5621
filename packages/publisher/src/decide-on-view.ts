import {
  type Command,
  type Decision,
  type DocumentHead,
  type GatePolicy,
  decide,
  localDateOf,
} from '@gongwen/domain';
import type { Document } from '@gongwen/schemas';
import type { View } from '@gongwen/service-kit';
import type { Actor } from './actor.ts';

export interface DecideOnViewOptions {
  readonly view: View;
  readonly now: () => Date;
  readonly gates: GatePolicy;
}

/** What is said of a command now, and the version that its event would have. */
export type DecideOnView = (command: Command, actor: Actor) => Decision & { readonly version: number };

/** Decides by what the view knows: the document’s head, its owner, who holds which number. Writes nothing. */
export function createDecideOnView({ view, now, gates }: DecideOnViewOptions): DecideOnView {
  return (command, actor) => {
    const head = view.head(command.documentId);
    const decision = isOthers(head, actor)
      ? ({ outcome: 'rejected', code: 'FORBIDDEN_NAMESPACE' } as const)
      : decide(head, command, {
          department: actor.department,
          today: localDateOf(now()),
          gates,
          holdersOf: (canonical) => documentsOf(view, canonical),
        });
    return { ...decision, version: (head?.version ?? 0) + 1 };
  };
}

/** It may have been transferred since the route looked (I6). */
function isOthers(head: DocumentHead | undefined, { department, scopes }: Actor): boolean {
  return head !== undefined && head.document.department !== department.id && !scopes.has('operations');
}

function documentsOf(view: View, canonical: string): Document[] {
  return view.documentsByNumber(canonical).flatMap((documentId) => view.head(documentId)?.document ?? []);
}
