import type { Document, WithdrawCommand } from '@gongwen/schemas';
import type { DocumentHead } from '../evolve.ts';
import { type Decision, type DecisionContext, accepted } from './decision.ts';
import { refuseWithdrawn } from './standing.ts';

const textFields = ['body', 'renditions', 'attachments', 'abstract', 'keywords', 'captionNote'] as const;

/** 撤回: the text leaves the snapshot; a tombstone with the public reason stays for ever. */
export function withdraw(head: DocumentHead, command: WithdrawCommand, { today }: DecisionContext): Decision {
  const { reasonCode, publicReason, authorizer } = command;
  const refusal = refuseWithdrawn(head);
  if (refusal) return refusal;
  const document: Document = {
    ...withoutText(head.document),
    publication: { state: 'withdrawn', reasonCode, publicReason, withdrawnOn: today },
  };
  return accepted({
    type: 'cn.gongwen.document.withdrawn.v1',
    document,
    change: { reasonCode, publicReason, authorizer },
  });
}

/** The part of a document that a withdrawal takes away and a restoration brings back. */
export function textOf(document: Document): Partial<Document> {
  const kept = textFields.flatMap((field) =>
    document[field] === undefined ? [] : [[field, document[field]]],
  );
  return Object.fromEntries(kept);
}

function withoutText(document: Document): Document {
  const tombstone = { ...document };
  for (const field of textFields) delete tombstone[field];
  return tombstone;
}
