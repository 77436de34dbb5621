import type { Document, DocumentChanges, RestoreCommand, ReviewEvidence } from '@gongwen/schemas';
import type { Command } from './decide/decision.ts';

/** The commands that can put words before the public. */
export const textCommands = ['publish', 'amend', 'correct', 'restore'] as const;
export type TextCommand = (typeof textCommands)[number];

/** What somebody must have looked at before it goes out. */
export interface TextToReview {
  readonly on: TextCommand;
  readonly content: DocumentChanges;
  /** What the department says was examined. */
  readonly evidence: ReviewEvidence;
}

/** What the public will read of a document; the rest are facts about it. */
const textFields = ['title', 'body', 'renditions', 'attachments'] as const;

/**
 * The words that a command puts before the public. None: it brings facts only (a decision amends a law whose new text is
 * not here yet), or it is an import.
 *
 * @param document - as it stands after the command
 */
export function textToReview(command: Command, document: Document): TextToReview | undefined {
  const brought = contentToReview(command, document);
  return brought && textFields.some((field) => brought.content[field] !== undefined) ? brought : undefined;
}

/**
 * What a command says of a document, words and facts. None of a command that itself brings provenance: an import is of
 * the time before this system, and nobody reviews it today. What was imported once exempts nothing that comes later.
 *
 * @param document - as it stands after the command
 */
export function contentToReview({ name, body }: Command, document: Document): TextToReview | undefined {
  switch (name) {
    case 'publish':
      return toReview(name, body.document, body.document, body.evidence);
    case 'amend':
    case 'correct':
      return toReview(name, body.changes, body.changes, body.evidence);
    case 'restore':
      return toReview(name, body.changes, restored(body, document), body.evidence);
    default:
      return undefined;
  }
}

function toReview(
  on: TextCommand,
  brought: DocumentChanges | undefined,
  content: DocumentChanges,
  evidence: ReviewEvidence = {},
): TextToReview | undefined {
  return brought?.provenance ? undefined : { on, content, evidence };
}

/** All of it is public again. An import comes back as it was imported, unless its words are touched on the way. */
function restored({ changes = {}, clear = [] }: RestoreCommand, document: Document): DocumentChanges {
  const touched: readonly string[] = [...Object.keys(changes), ...clear];
  const isTouched = textFields.some((field) => touched.includes(field));
  return document.provenance && !isTouched ? changes : document;
}
