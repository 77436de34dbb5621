import type { Document } from '@gongwen/schemas';
import type { DocumentHead } from '../evolve.ts';
import { contentToReview } from '../text-to-review.ts';
import { titleKey } from '../title-key.ts';
import { type Command, type DecisionContext, type Rejection, issue, rejected } from './decision.ts';

/**
 * Refuses a document in the name of a body for which its department does not publish, where the operator has said for
 * which it does: else it would take that body’s numbers. What an import brings is of whoever its source says.
 */
export function refuseOtherIssuer(
  head: DocumentHead | undefined,
  command: Command,
  document: Document,
  { department }: DecisionContext,
): Rejection | undefined {
  const lead = leadOf(document);
  if (!department.issuers || lead === undefined || !contentToReview(command, document)) return undefined;
  const isAsBefore = head !== undefined && leadOf(head.document) === lead;
  if (isAsBefore || [department.name, ...department.issuers].map(titleKey).includes(lead)) return undefined;
  const [zh, en] = ['本部门不代这一机关发文', 'your department does not publish for this body'];
  const contentAt = command.name === 'publish' ? '/document' : '/changes';
  return rejected('FORBIDDEN_NAMESPACE', {
    issues: [issue(`${contentAt}/issuers/0`, 'issuer', zh, en)],
  });
}

function leadOf({ issuers: [lead] = [] }: Document): string | undefined {
  return lead && titleKey(lead.name);
}
