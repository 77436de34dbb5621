import type { Document, DocumentReference } from '@gongwen/schemas';
import { citationKeysOf, referenceKeysOf } from './citation-keys.ts';
import { parseDocumentNumber } from './document-number.ts';
import type { LocalDate } from './local-date.ts';
import { areSimilar, titleKey } from './title-key.ts';

/** What a reference comes to: one document, none that is known here, or several that fit. */
export type ReferenceMatch =
  | { readonly outcome: 'one'; readonly document: Document }
  | { readonly outcome: 'none' }
  | { readonly outcome: 'several'; readonly documents: readonly Document[] };

export interface MatchOptions {
  /** Documents under a key of `citationKeysOf`. */
  readonly citedAs: (key: string) => readonly Document[];
  /** Who cites; it never means itself, and without a date only what is older. */
  readonly citing: Document;
  /** Where several fit, those still in force are meant. Default: all are alike. */
  readonly isInForce?: (document: Document) => boolean;
}

/**
 * Finds the document that a reference means: by id, else by 文号, else by title. A title is no key (DOMAIN §0.8): it
 * counts only with its date, or when one older document alone has it.
 */
export function matchReference(reference: DocumentReference, options: MatchOptions): ReferenceMatch {
  for (const key of referenceKeysOf(reference)) {
    const found = options.citedAs(key).filter((candidate) => fits(candidate, reference, key, options.citing));
    if (found.length > 0) return narrowed(found, options.isInForce);
  }
  return { outcome: 'none' };
}

/** Whether a reference is surely to this document: by its id, or by its 文号 with nothing that contradicts. */
export function isReferenceTo(document: Document, reference: DocumentReference): boolean {
  const { documentId, number, issuer, title } = reference;
  if (documentId !== undefined) return documentId === document.documentId;
  if (number === undefined || parseDocumentNumber(number).form === 'free') return false;
  const keys = referenceKeysOf({ number });
  const isNumbered = citationKeysOf(document).some((key) => keys.includes(key));
  return isNumbered && isOfIssuer(document, issuer) && isTitled(document, title);
}

/** Whether a reference of `citing` fits this document and, as far as it alone can tell, means it. */
export function means(reference: DocumentReference, document: Document, citing: Document): boolean {
  const keys = citationKeysOf(document);
  const citedAs = (key: string) => (keys.includes(key) ? [document] : []);
  return matchReference(reference, { citing, citedAs }).outcome === 'one';
}

function fits(candidate: Document, reference: DocumentReference, key: string, citing: Document): boolean {
  if (candidate.documentId === citing.documentId) return false;
  if (key.startsWith('id:')) return true;
  if (!isOfIssuer(candidate, reference.issuer)) return false;
  const isDated = hasDate(candidate, reference.issuedOn);
  if (key.startsWith('number:')) return isDated === true || isTitled(candidate, reference.title);
  return isDated ?? isOlder(candidate, citing);
}

function narrowed(found: readonly Document[], isInForce?: (document: Document) => boolean): ReferenceMatch {
  const standing = isInForce ? found.filter(isInForce) : [];
  const meant = found.length > 1 && standing.length > 0 ? standing : found;
  const [document, another] = meant;
  if (!document) return { outcome: 'none' };
  return another ? { outcome: 'several', documents: meant } : { outcome: 'one', document };
}

/** Whether a body is one of those that issued the document; unnamed or unknown, it may be. */
export function isOfIssuer({ issuers = [] }: Document, issuer: string | undefined): boolean {
  if (issuer === undefined || issuers.length === 0) return true;
  const wanted = titleKey(issuer);
  return issuers.some(({ name }) => titleKey(name).endsWith(wanted) || wanted.endsWith(titleKey(name)));
}

/** `undefined` when the reference has no date. Every date of the document may be the one that is cited. */
function hasDate(document: Document, date: LocalDate | undefined): boolean | undefined {
  if (date === undefined) return undefined;
  const { issuedOn, publishedOn, adoptedOn, approvedOn, promulgatedOn, history = [] } = document;
  const dates = [issuedOn, publishedOn, adoptedOn, approvedOn, promulgatedOn, ...history.map(({ on }) => on)];
  return dates.includes(date);
}

function isTitled(candidate: Document, title: string | undefined): boolean {
  if (title === undefined) return true;
  const titles = [candidate.title, ...(candidate.formerTitles ?? []), ...titlesOf(candidate)];
  return titles.some((one) => areSimilar(titleKey(one), titleKey(title)));
}

function titlesOf({ instruments = [] }: Document): string[] {
  return instruments.map(({ title }) => title);
}

function isOlder(candidate: Document, citing: Document): boolean {
  const [theirs, ours] = [firstDate(candidate), firstDate(citing)];
  return theirs === undefined || ours === undefined || theirs < ours;
}

function firstDate({ issuedOn, promulgatedOn, publishedOn }: Document): LocalDate | undefined {
  return issuedOn ?? promulgatedOn ?? publishedOn;
}
