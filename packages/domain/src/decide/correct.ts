import type { CorrectCommand } from '@gongwen/schemas';
import type { DocumentHead } from '../evolve.ts';
import { changedDocument } from './changed-document.ts';
import { contentFaults } from './content-faults.ts';
import { type Decision, type DecisionContext, accepted } from './decision.ts';
import { refuseEditedForce } from './refuse-edited-force.ts';
import { refuseNumberInUse } from './refuse-number-in-use.ts';
import { refuseOwnRelations } from './refuse-own-relations.ts';
import { refuseWithdrawn } from './standing.ts';

/** 勘误: our copy was wrong and is put right. Possible in any validity, since readers of ended law need it right too. */
export function correct(head: DocumentHead, command: CorrectCommand, context: DecisionContext): Decision {
  const document = changedDocument(head.document, command);
  const { note, gazetteCorrected, evidence } = command;
  return (
    refuseWithdrawn(head) ??
    contentFaults(document, '/changes') ??
    refuseEditedForce(head, document, command.changes, context.today) ??
    refuseOwnRelations(document, command.changes.relations, '/changes/relations') ??
    ((command.changes.documentNumber ?? command.changes.issuers) &&
      refuseNumberInUse(document, context, '/changes')) ??
    accepted({
      type: 'cn.gongwen.document.corrected.v1',
      document,
      change: { note, gazetteCorrected, ...(evidence && { evidence }) },
    })
  );
}
