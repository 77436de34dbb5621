import type { AmendCommand } from '@gongwen/schemas';
import type { DocumentHead } from '../evolve.ts';
import { later } from '../local-date.ts';
import { changedDocument } from './changed-document.ts';
import { contentFaults } from './content-faults.ts';
import { type Decision, type DecisionContext, accepted } from './decision.ts';
import { withFormerNames } from './former-names.ts';
import { refuseEditedForce } from './refuse-edited-force.ts';
import { refuseNumberInUse } from './refuse-number-in-use.ts';
import { refuseOwnRelations } from './refuse-own-relations.ts';
import { refuseBeforeIssue, refuseEndedOn, refuseWithdrawn } from './standing.ts';

/** 修改: the law changes by a decision, from a day on. */
export function amend(head: DocumentHead, command: AmendCommand, context: DecisionContext): Decision {
  const { kind, decision, effectiveOn, note, evidence } = command;
  const refusal =
    refuseWithdrawn(head) ??
    refuseEndedOn(head, later(effectiveOn, context.today)) ??
    refuseBeforeIssue(head.document, effectiveOn);
  if (refusal) return refusal;
  // a decision changes the law on its day, whether or not the consolidated text is here already
  const changed = hasText(command)
    ? withFormerNames(head.document, changedDocument(head.document, command))
    : head.document;
  const document = {
    ...changed,
    lifecycle: [
      ...changed.lifecycle,
      { change: 'amended' as const, effectiveOn, version: head.version + 1, ...(decision && { decision }) },
    ],
  };
  return (
    contentFaults(document, '/changes') ??
    refuseEditedForce(head, document, command.changes, context.today) ??
    refuseOwnRelations(document, command.changes.relations, '/changes/relations') ??
    ((command.changes.documentNumber ?? command.changes.issuers) &&
      refuseNumberInUse(document, context, '/changes')) ??
    accepted({
      type: 'cn.gongwen.document.amended.v1',
      document,
      change: { kind, effectiveOn, note, ...(decision && { decision }), ...(evidence && { evidence }) },
    })
  );
}

function hasText({ changes, clear = [] }: AmendCommand): boolean {
  return clear.length > 0 || Object.keys(changes).length > 0;
}
