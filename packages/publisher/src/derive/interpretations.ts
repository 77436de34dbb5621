import {
  type Command,
  type DocumentHead,
  citationKeysOf,
  interpretedDocuments,
  matchReference,
  referenceTo,
} from '@gongwen/domain';
import type { Document, Relation } from '@gongwen/schemas';
import { type Logger, type View, eventIdOf } from '@gongwen/service-kit';
import type { Accept } from '../accept.ts';
import type { MayDecide } from './decisions.ts';
import type { Follower } from './follower.ts';
import { createOpenCitations } from './open-citations.ts';
import { createRounds } from './rounds.ts';
import { settled } from './settled.ts';
import { systemActor } from './system-actor.ts';

const actor = systemActor('system:interpretations', 'interpretations');

/**
 * 解读 is linked from both sides (DOMAIN §9): the document that an interpretation names, names it too, so that a search
 * for what is interpreted finds it; until the interpretation is withdrawn. Once for each of its versions: a department
 * may take the link off again.
 */
export function createInterpretations(options: {
  view: View;
  accept: Accept;
  mayDecide: MayDecide;
  logger: Logger;
}): Follower {
  const { view, accept, mayDecide, logger } = options;
  const open = createOpenCitations<undefined>();
  const rounds = createRounds(settle);

  async function settle(documentId: string): Promise<boolean> {
    const interpretation = view.head(documentId);
    if (!interpretation) return true;
    let isDone = true;
    for (const target of targetsOfInterpretation(interpretation, view)) {
      const command = linkCommand(interpretation, target);
      if (!command || !mayDecide(interpretation.document, target.document)) continue;
      const idempotencyKey = `${documentId}@${interpretation.version}/interprets/${target.documentId}`;
      if (view.admitted(eventIdOf(actor.department.id, idempotencyKey))) continue;
      const causationId = interpretation.eventId;
      isDone = (await settled(accept({ actor, command, idempotencyKey, causationId }), logger)) && isDone;
    }
    return isDone;
  }

  return {
    takeIn({ documentId, document }) {
      for (const [name] of open.citing(document)) rounds.add(name, name);
      const references = interpretedDocuments(document);
      if (references.length === 0) return open.delete(documentId);
      open.set(documentId, references, undefined);
      rounds.add(documentId, documentId);
    },
    work: rounds.work,
  };
}

/** The documents that are known here, are the only ones meant, and can be linked. */
function targetsOfInterpretation({ document }: DocumentHead, view: View): DocumentHead[] {
  const citedAs = (key: string) => view.citedAs(key).map((head) => head.document);
  return interpretedDocuments(document).flatMap((reference) => {
    const match = matchReference(reference, { citing: document, citedAs });
    const head = match.outcome === 'one' ? view.head(match.document.documentId) : undefined;
    return head?.document.publication.state === 'published' ? [head] : [];
  });
}

/** What brings the document’s links in line with the interpretation; `undefined` when they are. */
function linkCommand({ document }: DocumentHead, target: DocumentHead): Command | undefined {
  const { documentId, version: expectedVersion } = target;
  const { relations = [] } = target.document;
  const others = relations.filter((relation) => !isLinkTo(document, relation, target.document));
  const isLinked = others.length < relations.length;
  const mustBeLinked = document.publication.state === 'published';
  if (isLinked === mustBeLinked) return undefined;
  const link: Relation = { type: 'interpreted_by', target: referenceTo(document) };
  const links = mustBeLinked ? [...relations, link] : others;
  return { name: 'setLinks', documentId, body: { expectedVersion, links } };
}

function isLinkTo(interpretation: Document, { type, target }: Relation, citing: Document): boolean {
  if (type !== 'interpreted_by') return false;
  const keys = citationKeysOf(interpretation);
  const citedAs = (key: string) => (keys.includes(key) ? [interpretation] : []);
  return matchReference(target, { citing, citedAs }).outcome === 'one';
}
