import type { DocumentHead } from '@gongwen/domain';
import type { Document } from '@gongwen/schemas';
import type { ReportInput } from './report.ts';

/** For the tests of reports: a published document of an invented city. */
export function sampleHead(localId: string, changes: Partial<Document> = {}): DocumentHead {
  const documentId = `ll-hrss:${localId}`;
  const document: Document = {
    documentId,
    department: 'll-hrss',
    publication: { state: 'published' },
    textVersion: 1,
    lifecycle: [],
    docClass: 'normative_document',
    title: `临澜市青年就业见习管理办法之${localId}`,
    regionCode: '379900',
    effectiveUntil: '2030-03-31',
    disclosure: 'active',
    issuers: [{ name: '临澜市人力资源和社会保障局' }],
    issuedOn: '2025-03-10',
    publishedOn: '2025-03-12',
    effectiveFrom: '2025-04-01',
    ...changes,
  };
  return { documentId, version: 1, eventId: `event-${localId}`, document };
}

export const withdrawn = { state: 'withdrawn', reasonCode: 'erroneous' } as const;

export function inputOf(...heads: DocumentHead[]): ReportInput {
  return { heads, today: '2026-06-15' };
}
