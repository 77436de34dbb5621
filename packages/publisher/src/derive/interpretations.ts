import {
  type Command,
  type DocumentHead,
  interpretationsOf,
  interpretedDocuments,
  matchReference,
  means,
  referenceTo,
} from '@gongwen/domain';
import type { Document, DocumentReference, Relation } from '@gongwen/schemas';
import { type Logger, type View, eventIdOf } from '@gongwen/service-kit';
import type { Accept } from '../accept.ts';
import type { MayDecide } from './decisions.ts';
import type { Follower } from './follower.ts';
import { type OpenCitations, createOpenCitations } from './open-citations.ts';
import { createRounds } from './rounds.ts';
import { settled } from './settled.ts';
import { systemActor } from './system-actor.ts';

const actor = systemActor('system:interpretations', 'interpretations');

/**
 * 解读 is linked from both sides (DOMAIN §9): the document that an interpretation names, names it too, so that a search
 * for what is interpreted finds it; until the interpretation is withdrawn or about something else. Once for each of its
 * versions: a department may take the link off again.
 */
export function createInterpretations(options: {
  view: View;
  accept: Accept;
  mayDecide: MayDecide;
  logger: Logger;
}): Follower {
  const { view, accept, mayDecide, logger } = options;
  const interpreting = createOpenCitations<undefined>();
  const linked = createOpenCitations<undefined>();
  const rounds = createRounds(settle);

  async function settle(documentId: string): Promise<boolean> {
    const interpretation = view.head(documentId);
    if (!interpretation) return true;
    let isDone = true;
    for (const { target, command } of changesOf(interpretation)) {
      if (!mayDecide(interpretation.document, target.document)) continue;
      const idempotencyKey = keyOf(interpretation, interpretation.version, target);
      if (view.admitted(eventIdOf(actor.department.id, idempotencyKey))) continue;
      const causationId = interpretation.eventId;
      const receipt = accept({ actor, command, idempotencyKey, causationId });
      isDone = (await settled(receipt, logger)) && isDone;
    }
    return isDone;
  }

  /** What brings the links of other documents in line with the interpretation. */
  function changesOf(interpretation: DocumentHead): { target: DocumentHead; command: Command }[] {
    const { document } = interpretation;
    const interpreted = document.publication.state === 'published' ? targetsOf(document, view) : [];
    const formerly = [...linked.citing(document)].flatMap(([name]) => view.head(name) ?? []);
    const gone = formerly.filter(
      (head) =>
        !interpreted.some(({ documentId }) => documentId === head.documentId) &&
        wasLinkedHere(interpretation, head),
    );
    return [
      ...interpreted.flatMap((target) => commandTo(target, linksWith(document, target.document))),
      ...gone.flatMap((target) => commandTo(target, linksWithout(document, target.document))),
    ];
  }

  /** A link that its own department has put stays its own. */
  function wasLinkedHere(interpretation: DocumentHead, target: DocumentHead): boolean {
    const versions = Array.from({ length: interpretation.version }, (_, index) => index + 1);
    return versions.some((version) =>
      view.admitted(eventIdOf(actor.department.id, keyOf(interpretation, version, target))),
    );
  }

  return {
    takeIn({ documentId, document }) {
      for (const [name] of interpreting.citing(document)) rounds.add(name, name);
      follow(interpreting, documentId, interpretedDocuments(document));
      follow(linked, documentId, interpretationsOf(document));
      if (document.docClass === 'interpretation') rounds.add(documentId, documentId);
    },
    work: rounds.work,
  };
}

function follow(
  citations: OpenCitations<undefined>,
  documentId: string,
  references: readonly DocumentReference[],
): void {
  if (references.length === 0) citations.delete(documentId);
  else citations.set(documentId, references, undefined);
}

function keyOf({ documentId }: DocumentHead, version: number, target: DocumentHead): string {
  return `${documentId}@${version}/interprets/${target.documentId}`;
}

/** The documents that are known here and are the only ones meant. */
function targetsOf(interpretation: Document, { citedAs, head }: View): DocumentHead[] {
  return interpretedDocuments(interpretation).flatMap((reference) => {
    const match = matchReference(reference, { citing: interpretation, citedAs });
    return match.outcome === 'one' ? (head(match.document.documentId) ?? []) : [];
  });
}

function commandTo(
  target: DocumentHead,
  links: readonly Relation[] | undefined,
): { target: DocumentHead; command: Command }[] {
  const { documentId, version: expectedVersion, document } = target;
  if (!links || document.publication.state === 'withdrawn') return [];
  return [
    { target, command: { name: 'setLinks', documentId, body: { expectedVersion, links: [...links] } } },
  ];
}

/** `undefined` when it is linked already. */
function linksWith(interpretation: Document, citing: Document): readonly Relation[] | undefined {
  const { relations = [] } = citing;
  if (relations.some((relation) => isLinkTo(interpretation, relation, citing))) return undefined;
  return [...relations, { type: 'interpreted_by', target: referenceTo(interpretation) }];
}

function linksWithout(interpretation: Document, citing: Document): readonly Relation[] {
  return (citing.relations ?? []).filter((relation) => !isLinkTo(interpretation, relation, citing));
}

function isLinkTo(interpretation: Document, { type, target }: Relation, citing: Document): boolean {
  return type === 'interpreted_by' && means(target, interpretation, citing);
}
