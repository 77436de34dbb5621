import type { DocumentContent } from '@gongwen/schemas';
import { parseDocumentNumber } from '../document-number.ts';
import { defaultEffectiveUntil, termPolicyFor } from '../term-policy.ts';
import type { Department } from './decision.ts';

type Completed = Partial<DocumentContent>;

/**
 * Adds what the gateway knows better than the CMS: the number’s parts, the department’s own name, level and region, and
 * the term that the jurisdiction gives a document which states none.
 */
export function completeContent(content: DocumentContent, department: Department): DocumentContent {
  const known = { isProvisional: false, ...withParsedNumber(content) };
  // an imported document is of its own body and region, not of the department that imports it
  if (content.provenance) return known;
  const { name: publisher, level, regionCode } = department;
  return withTerm({ publisher, level, regionCode, ...known });
}

function withTerm(content: DocumentContent): DocumentContent {
  const effectiveUntil = content.effectiveUntil ?? defaultEffectiveUntil(content, termPolicyFor(content));
  return effectiveUntil === undefined ? content : { ...content, effectiveUntil };
}

/** Replaces what a CMS computed for the number by our own reading of `raw`. */
export function withParsedNumber<Content extends Completed>(content: Content): Content {
  const { documentNumber } = content;
  return documentNumber ? { ...content, documentNumber: parseDocumentNumber(documentNumber.raw) } : content;
}
