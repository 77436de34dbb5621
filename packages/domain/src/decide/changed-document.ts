import type { AmendCommand, Document, DocumentContent } from '@gongwen/schemas';
import { withParsedNumber } from './complete-content.ts';
import { withKeptRelations } from './kept-relations.ts';

type Changes = Pick<AmendCommand, 'changes' | 'clear'>;

/** The document with a command’s changed fields put in and its cleared fields taken out; one text version later. */
export function changedDocument(document: Document, { changes, clear = [] }: Partial<Changes>): Document {
  const next: Document = {
    ...document,
    ...withParsedNumber({ ...changes }),
    textVersion: document.textVersion + 1,
  };
  for (const field of clear) delete (next as Partial<DocumentContent>)[field]; // clearable fields are optional ones
  // an import may put right what its source had wrong of a life before this system
  if (next.relations === document.relations || changes?.provenance) return next;
  const { relations: wanted, ...rest } = next;
  const relations = withKeptRelations(wanted, document.relations);
  return relations.length > 0 || wanted ? { ...rest, relations } : rest;
}
