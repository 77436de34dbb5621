import type { DocumentHead } from '../evolve.ts';
import { amend } from './amend.ts';
import { changeDisclosure } from './change-disclosure.ts';
import { correct } from './correct.ts';
import { type Command, type Decision, type DecisionContext, rejected } from './decision.ts';
import { expire } from './expire.ts';
import { partiallyEnd } from './partially-end.ts';
import { publish } from './publish.ts';
import { refuseClosedGates } from './refuse-closed-gates.ts';
import { refuseFull } from './refuse-full.ts';
import { refuseOtherIssuer } from './refuse-other-issuer.ts';
import { reinstate } from './reinstate.ts';
import { renew } from './renew.ts';
import { repeal } from './repeal.ts';
import { restore } from './restore.ts';
import { scheduleEnd } from './schedule-end.ts';
import { setLinks } from './set-links.ts';
import { supersede } from './supersede.ts';
import { transfer } from './transfer.ts';
import { withdraw } from './withdraw.ts';

/**
 * Decides a command against the document’s head: the event that follows, or the refusal. Pure; the publisher calls it
 * with the newest head and appends with version head + 1 (DESIGN §3).
 */
export function decide(head: DocumentHead | undefined, command: Command, context: DecisionContext): Decision {
  const decision = decideByName(head, command, context);
  if (decision.outcome === 'rejected') return decision;
  const { document } = decision.change;
  return (
    refuseFull(document) ??
    refuseOtherIssuer(head, command, document, context) ??
    refuseClosedGates(head, command, document, context) ??
    decision
  );
}

function decideByName(head: DocumentHead | undefined, command: Command, context: DecisionContext): Decision {
  if (command.name === 'publish') return publish(head, command.body, context);
  if (head === undefined) return rejected('DOCUMENT_NOT_FOUND');
  const { expectedVersion } = command.body;
  if (expectedVersion === undefined)
    return rejected('PRECONDITION_REQUIRED', { currentVersion: head.version });
  if (expectedVersion !== head.version) {
    return rejected('VERSION_CONFLICT', {
      currentVersion: head.version,
      expectedVersion,
      currentEventId: head.eventId,
    });
  }
  switch (command.name) {
    case 'amend':
      return amend(head, command.body, context);
    case 'correct':
      return correct(head, command.body, context);
    case 'repeal':
      return repeal(head, command.body, context);
    case 'expire':
      return expire(head, command.body, context);
    case 'supersede':
      return supersede(head, command.body);
    case 'partiallyEnd':
      return partiallyEnd(head, command.body, context);
    case 'scheduleEnd':
      return scheduleEnd(head, command.body, context);
    case 'renew':
      return renew(head, command.body, context);
    case 'reinstate':
      return reinstate(head, command.body);
    case 'withdraw':
      return withdraw(head, command.body, context);
    case 'restore':
      return restore(head, command.body, context);
    case 'setLinks':
      return setLinks(head, command.body);
    case 'changeDisclosure':
      return changeDisclosure(head, command.body);
    case 'transfer':
      return transfer(head, command.body);
  }
}
