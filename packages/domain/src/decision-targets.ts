import type { Document, DocumentReference, LifecycleEntry, Relation } from '@gongwen/schemas';
import type { Command } from './decide/decision.ts';
import type { DocumentHead } from './evolve.ts';
import { instrumentMeant } from './instrument-meant.ts';
import type { LocalDate } from './local-date.ts';
import { isOfIssuer, isReferenceTo } from './match-reference.ts';
import { titleKey } from './title-key.ts';

/** The relations by which a document changes the life of others (DOMAIN §9). */
const acting: ReadonlySet<string> = new Set([
  'repeals',
  'declares_lapsed',
  'supersedes',
  'amends',
  'partially_ends',
]);

const ending: ReadonlySet<string> = new Set(['repeals', 'declares_lapsed', 'supersedes']);

/**
 * What a document does to others: a decision with thousands of targets, or a new rule whose last article repeals an old
 * one. Nothing while it is withdrawn.
 */
export function targetsOf({ publication, relations = [] }: Document): readonly Relation[] {
  return publication.state === 'published' ? relations.filter(({ type }) => acting.has(type)) : [];
}

/** The documents that a published 政策问答 is built from: it ends with them (DOMAIN §10). */
export function answeredBy({
  docClass,
  publication,
  relations = [],
}: Document): readonly DocumentReference[] {
  if (docClass !== 'qa_entry' || publication.state !== 'published') return [];
  return relations.flatMap(({ type, target }) => (type === 'answers' ? [target] : []));
}

/** The documents that a 政策解读 explains, also when it is withdrawn. */
export function interpretedDocuments({ docClass, relations = [] }: Document): readonly DocumentReference[] {
  if (docClass !== 'interpretation') return [];
  return relations.flatMap(({ type, target }) => (type === 'interprets' ? [target] : []));
}

/** What a document names as its 政策解读. */
export function interpretationsOf({ relations = [] }: Document): readonly DocumentReference[] {
  return relations.flatMap(({ type, target }) => (type === 'interpreted_by' ? [target] : []));
}

/** How the decision is cited in what it changes. */
export function referenceTo(document: Document): DocumentReference {
  const { documentId, title, documentNumber, issuers, issuedOn } = document;
  const [lead] = issuers ?? [];
  return {
    documentId,
    title,
    ...(documentNumber && { number: documentNumber.canonical ?? documentNumber.raw }),
    ...(lead && { issuer: lead.name }),
    ...(issuedOn !== undefined && { issuedOn }),
  };
}

/**
 * The command that a decision means for one target.
 *
 * @returns `undefined` without a day on which it takes effect: neither the relation nor the decision has a date
 */
export function derivedCommand(
  decision: Document,
  relation: Relation,
  { documentId, document, version: expectedVersion }: DocumentHead,
): Command | undefined {
  const effectiveOn = relation.effectiveOn ?? effectOf(decision);
  if (effectiveOn === undefined) return undefined;
  const reference = referenceTo(decision);
  const { scope } = relation;
  const because = {
    expectedVersion,
    decision: reference,
    effectiveOn,
    ...(scope !== undefined && { reason: scope }),
  };
  const instrument = ending.has(relation.type) ? instrumentMeant(relation.target, document) : undefined;
  if (instrument !== undefined) {
    const body = { expectedVersion, decision: reference, effectiveOn, articles: [instrument] };
    return { documentId, name: 'partiallyEnd', body };
  }
  switch (relation.type) {
    case 'repeals':
      return { documentId, name: 'repeal', body: because };
    case 'declares_lapsed': {
      const { reasonCode } = relation;
      const body = { ...because, cause: 'declared' as const, ...(reasonCode && { reasonCode }) };
      return { documentId, name: 'expire', body };
    }
    case 'supersedes':
      return { documentId, name: 'supersede', body: { expectedVersion, by: reference, effectiveOn } };
    case 'partially_ends': {
      const articles = relation.articles ?? [scope ?? '部分条款'];
      const body = { expectedVersion, decision: reference, effectiveOn, articles };
      return { documentId, name: 'partiallyEnd', body };
    }
    case 'amends':
      return { documentId, name: 'amend', body: amendment(reference, effectiveOn, expectedVersion, scope) };
    default:
      return undefined;
  }
}

/** A decision changes the law on its day, whether or not its consolidated text is here already. */
function amendment(
  decision: DocumentReference,
  effectiveOn: LocalDate,
  expectedVersion: number,
  scope: string | undefined,
) {
  const note = `由${decision.title ?? decision.number ?? ''}修改${scope === undefined ? '' : `：${scope}`}`;
  return { expectedVersion, kind: 'amendment' as const, decision, effectiveOn, note, changes: {} };
}

/** A decision that names no day takes effect when it is issued (DOMAIN §7). */
function effectOf(decision: Document): LocalDate | undefined {
  return decision.effectiveFrom ?? decision.issuedOn ?? decision.promulgatedOn ?? decision.publishedOn;
}

/**
 * Which part of its target a relation means, where one decision may mean several of one document: an instrument of a
 * carrier, articles that end, the day of an amendment that comes in steps. `undefined` = the whole.
 */
export function partMeant(
  { type, target, articles, effectiveOn }: Relation,
  document: Document,
): string | undefined {
  if (type === 'partially_ends') return articles?.join('、');
  if (type === 'amends') return effectiveOn;
  return instrumentMeant(target, document);
}

/** Whether the document’s own history already tells what this decision does to it: by its department, or by an import. */
export function isDoneBy(decision: Document, relation: Relation, target: Document): boolean {
  return target.lifecycle.some(
    (entry) => entry.decision !== undefined && isCitedAs(decision, entry.decision) && tells(entry, relation),
  );
}

function tells({ change, articles = [], effectiveOn }: LifecycleEntry, relation: Relation): boolean {
  const { type, target, articles: wanted = [], effectiveOn: day = effectiveOn } = relation;
  if (ending.has(type) && articles.some(isNamedBy(target))) return true;
  if (change !== changeOf[type]) return false;
  if (type === 'partially_ends') return wanted.every((article) => articles.includes(article));
  return type !== 'amends' || day === effectiveOn;
}

/** One title may be of two bodies’ decisions. */
function isCitedAs(decision: Document, cited: DocumentReference): boolean {
  const { documentId, number, title, issuer, issuedOn } = cited;
  const hasNumber = decision.documentNumber !== undefined && decision.documentNumber.form !== 'free';
  if (documentId !== undefined || (number !== undefined && hasNumber)) return isReferenceTo(decision, cited);
  const isOfDay = issuedOn === undefined || issuedOn === decision.issuedOn;
  return (
    title !== undefined &&
    titleKey(title) === titleKey(decision.title) &&
    isOfDay &&
    isOfIssuer(decision, issuer)
  );
}

/** The instrument of a carrier that ended alone; the carrier may have left it out since. */
function isNamedBy({ title }: DocumentReference): (article: string) => boolean {
  return (article) => title !== undefined && titleKey(article) === titleKey(title);
}

const changeOf: Readonly<Record<string, LifecycleEntry['change']>> = {
  repeals: 'repealed',
  declares_lapsed: 'declared_lapsed',
  supersedes: 'superseded',
  amends: 'amended',
  partially_ends: 'partially_ended',
};
