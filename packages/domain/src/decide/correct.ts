import type { CorrectCommand } from '@gongwen/schemas';
import type { DocumentHead } from '../evolve.ts';
import { changedDocument } from './changed-document.ts';
import { contentFaults } from './content-faults.ts';
import { type Decision, type DecisionContext, accepted } from './decision.ts';
import { refuseRevival, refuseWithdrawn } from './standing.ts';

/** 勘误: our copy was wrong and is put right. Possible in any validity, since readers of ended law need it right too. */
export function correct(head: DocumentHead, command: CorrectCommand, { today }: DecisionContext): Decision {
  const document = changedDocument(head.document, command);
  const { note, gazetteCorrected } = command;
  return (
    refuseWithdrawn(head) ??
    refuseRevival(head, document, today) ??
    contentFaults(document, '/changes') ??
    accepted({ type: 'cn.gongwen.document.corrected.v1', document, change: { note, gazetteCorrected } })
  );
}
