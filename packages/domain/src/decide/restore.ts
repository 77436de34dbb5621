import type { Document, RestoreCommand } from '@gongwen/schemas';
import type { DocumentHead } from '../evolve.ts';
import { changedDocument } from './changed-document.ts';
import { contentFaults } from './content-faults.ts';
import { type Decision, type DecisionContext, accepted, issue, rejected } from './decision.ts';
import { refuseEditedForce } from './refuse-edited-force.ts';
import { refuseNumberInUse } from './refuse-number-in-use.ts';
import { refuseOwnRelations } from './refuse-own-relations.ts';
import { textOf } from './withdraw.ts';

/** 恢复: a withdrawn document is public again, as it was or with changes. Its validity is what it would have been. */
export function restore(head: DocumentHead, command: RestoreCommand, context: DecisionContext): Decision {
  const { reason, authorizer, evidence } = command;
  if (head.document.publication.state === 'published' || head.withheld === undefined) {
    return rejected('ILLEGAL_TRANSITION', {
      issues: [issue('', 'withdrawn', '文件没有撤回', 'the document is not withdrawn')],
    });
  }
  // the tombstone may have changed since (department, relations, lifecycle); only the text comes from before
  const whole: Document = {
    ...head.document,
    ...textOf(head.withheld),
    publication: { state: 'published' },
  };
  const document = changedDocument(whole, command);
  return (
    contentFaults(document, '/changes') ??
    refuseEditedForce(head, document, command.changes, context.today) ??
    refuseOwnRelations(document, command.changes?.relations, '/changes/relations') ??
    refuseNumberInUse(document, context, '/changes') ??
    accepted({
      type: 'cn.gongwen.document.restored.v1',
      document,
      change: { reason, authorizer, ...(evidence && { evidence }) },
    })
  );
}
