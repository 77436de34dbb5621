import type { Document, PublishCommand } from '@gongwen/schemas';
import type { DocumentHead } from '../evolve.ts';
import { completeContent } from './complete-content.ts';
import { contentFaults } from './content-faults.ts';
import { type Decision, type DecisionContext, accepted, rejected } from './decision.ts';
import { refuseNumberInUse } from './refuse-number-in-use.ts';
import { refuseOwnRelations } from './refuse-own-relations.ts';

/** 发布: a document that does not exist yet comes into being. */
export function publish(
  head: DocumentHead | undefined,
  command: PublishCommand,
  context: DecisionContext,
): Decision {
  if (head) {
    return rejected('VERSION_CONFLICT', {
      currentVersion: head.version,
      expectedVersion: 0,
      currentEventId: head.eventId,
    });
  }
  const document: Document = {
    documentId: command.documentId,
    department: context.department.id,
    publication: { state: 'published' },
    textVersion: 1,
    lifecycle: [],
    ...completeContent(command.document, context.department),
  };
  const { note, evidence } = command;
  const refusal =
    contentFaults(document, '/document') ??
    refuseOwnRelations(document, document.relations, '/document/relations') ??
    refuseNumberInUse(document, context, '/document');
  if (refusal) return refusal;
  return accepted({
    type: 'cn.gongwen.document.published.v1',
    document,
    change: { ...(note !== undefined && { note }), ...(evidence && { evidence }) },
  });
}
