import type { Document } from '@gongwen/schemas';

/** What an amendment rewrites and a reader reads; everything else is a fact about the document. */
const textFields = [
  'title',
  'subtitle',
  'kicker',
  'linkTitle',
  'captionNote',
  'abstract',
  'keywords',
  'body',
  'renditions',
  'attachments',
] as const;

/**
 * The document with the text of an earlier version of itself. Its term, relations, issuers and so on stay those of
 * `document`: an old record cannot know that the term was renewed since, and nobody should read that it was not.
 */
export function withTextOf(document: Document, earlier: Document): Document {
  const facts: Document = { ...document };
  for (const field of textFields) delete (facts as Partial<Document>)[field]; // the title comes back below
  const text = textFields.flatMap((field) =>
    earlier[field] === undefined ? [] : [[field, earlier[field]] as const],
  );
  return { ...facts, ...Object.fromEntries(text), textVersion: earlier.textVersion };
}
