import type { DocumentContent } from '@gongwen/schemas';
import { parseDocumentNumber } from '../document-number.ts';
import type { Department } from './decision.ts';

type Completed = Partial<DocumentContent>;

/** Adds what the gateway knows better than the CMS: the number’s parts, and the department’s own name, level and region. */
export function completeContent(content: DocumentContent, department: Department): DocumentContent {
  return {
    publisher: department.name,
    level: department.level,
    regionCode: department.regionCode,
    isProvisional: false,
    ...withParsedNumber(content),
  };
}

/** Replaces what a CMS computed for the number by our own reading of `raw`. */
export function withParsedNumber<Content extends Completed>(content: Content): Content {
  const { documentNumber } = content;
  return documentNumber ? { ...content, documentNumber: parseDocumentNumber(documentNumber.raw) } : content;
}
