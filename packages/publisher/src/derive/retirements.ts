import {
  type Command,
  type DocumentHead,
  type LocalDate,
  answeredBy,
  endingOn,
  isEnded,
  matchReference,
  validityOn,
  validitySpans,
} from '@gongwen/domain';
import { type Document, type LifecycleEntry, codeLists } from '@gongwen/schemas';
import { type Logger, type View, eventIdOf } from '@gongwen/service-kit';
import type { Accept } from '../accept.ts';
import type { Follower } from './follower.ts';
import { createOpenCitations } from './open-citations.ts';
import { createRounds } from './rounds.ts';
import { settled } from './settled.ts';
import { systemActor } from './system-actor.ts';

const actor = systemActor('system:retirements', 'retirements');

/**
 * 政策问答 is built from what is in force (DOMAIN §10): an answer is withdrawn when the last of its documents has ended.
 * Once for each end: a department may restore it, and then it stays.
 */
export function createRetirements(options: { view: View; accept: Accept; logger: Logger }): Follower {
  const { view, accept, logger } = options;
  const answers = createOpenCitations<undefined>();
  const rounds = createRounds(settle);
  let lastDay: LocalDate | undefined;

  async function settle(documentId: string, today: LocalDate): Promise<boolean> {
    const head = view.head(documentId);
    const ended = head && lastEnded(head.document, view, today);
    if (!ended) return true;
    const { document, ending, since } = ended;
    const idempotencyKey = `${documentId}/answers/${document.documentId}@${since}`;
    if (view.admitted(eventIdOf(actor.department.id, idempotencyKey))) return true;
    const events = view.history(document.documentId);
    const causationId = events.find(({ version }) => version === ending?.version)?.eventId;
    const command = withdrawal(head, ended, today);
    const receipt = accept({
      actor,
      command,
      idempotencyKey,
      ...(causationId !== undefined && { causationId }),
    });
    return settled(receipt, logger);
  }

  return {
    takeIn({ documentId, document }) {
      for (const [name] of answers.citing(document)) rounds.add(name, name);
      const references = answeredBy(document);
      if (references.length === 0) return answers.delete(documentId);
      answers.set(documentId, references, undefined);
      rounds.add(documentId, documentId);
    },
    work(today, signal) {
      // an end that was told in advance comes with its day
      if (today !== lastDay) for (const name of answers.names()) rounds.add(name, name);
      lastDay = today;
      return rounds.work(today, signal);
    },
  };
}

interface Ended {
  readonly document: Document;
  /** None when its term is over and the calendar has not said so yet, or when only its source says that it has ended. */
  readonly ending: LifecycleEntry | undefined;
  /** Its first day of that, whatever says so. */
  readonly since: LocalDate | 'stated';
}

/** The last of its documents to end; `undefined` while one is in force, is not known here, or may be one of several. */
function lastEnded(answer: Document, view: View, today: LocalDate): Ended | undefined {
  const ended = answeredBy(answer).map((reference) => {
    const match = matchReference(reference, { citing: answer, citedAs: view.citedAs });
    return match.outcome === 'one' ? endOf(match.document, today) : undefined;
  });
  if (ended.includes(undefined)) return undefined;
  return ended.toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1)).at(-1);
}

function endOf(document: Document, today: LocalDate): Ended | undefined {
  if (!isEnded(validityOn(document, today))) return undefined;
  const span = validitySpans(document).findLast(({ from }) => from === undefined || from <= today);
  return { document, ending: endingOn(document, today), since: span?.from ?? 'stated' };
}

function dayOf(ended: Ended | undefined): LocalDate {
  return ended?.since ?? '';
}

function withdrawal(
  { documentId, version }: DocumentHead,
  { document, since }: Ended,
  today: LocalDate,
): Command {
  const sinceWhen = since === 'stated' ? '' : `自 ${since} 起`;
  const standing = codeLists.validity[validityOn(document, today)].replace(/^已/, '');
  return {
    name: 'withdraw',
    documentId,
    body: {
      expectedVersion: version,
      reasonCode: 'basis_ended',
      publicReason: `所答文件《${document.title}》${sinceWhen}${standing}。`,
      authorizer: '公文系统',
    },
  };
}
