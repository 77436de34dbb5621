import type { Document, DocumentChanges, ReviewEvidence } from '@gongwen/schemas';
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
 * not here yet), or it brings provenance: an import is of the time before this system, and nobody reviews it today.
 *
 * @param document - as it stands after the command
 */
export function textToReview(command: Command, document: Document): TextToReview | undefined {
  const brought = broughtBy(command, document);
  if (!brought || brought.content.provenance) return undefined;
  return textFields.some((field) => brought.content[field] !== undefined) ? brought : undefined;
}

function broughtBy({ name, body }: Command, document: Document): TextToReview | undefined {
  switch (name) {
    case 'publish':
      return { on: name, content: body.document, evidence: body.evidence ?? {} };
    case 'amend':
    case 'correct':
      return { on: name, content: body.changes, evidence: body.evidence ?? {} };
    case 'restore':
      // all of it is public again
      return { on: name, content: document, evidence: body.evidence ?? {} };
    default:
      return undefined;
  }
}
