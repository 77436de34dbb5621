import type { Document, WithdrawCommand } from '@gongwen/schemas';
import type { DocumentHead } from '../evolve.ts';
import { type Decision, type DecisionContext, accepted } from './decision.ts';
import { refuseWithdrawn } from './standing.ts';

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

function withoutText(document: Document): Document {
  const { body, renditions, attachments, abstract, keywords, captionNote, ...tombstone } = document;
  return tombstone;
}
