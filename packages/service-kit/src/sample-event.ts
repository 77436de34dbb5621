import type { DocumentEvent } from '@gongwen/schemas';

export const sampleEventId = (number: number) =>
  `00000000-0000-8000-8000-${String(number).padStart(12, '0')}`;

/** The event of a publication, as the log has it; for tests. */
export function sampleEvent(documentId: string, version: number, id = sampleEventId(version)): DocumentEvent {
  return {
    specversion: '1.0',
    id,
    source: 'urn:test',
    type: 'cn.gongwen.document.published.v1',
    subject: documentId,
    time: '2026-11-25T00:00:00Z',
    dataschema: 'https://gongwen.cn/schemas/document.published.v1.schema.json',
    sequence: String(version),
    actor: 'test',
    data: {
      version,
      change: {},
      document: {
        documentId,
        department: 'll-hrss',
        publication: { state: 'published' },
        textVersion: 1,
        lifecycle: [],
        docClass: 'normative_document',
        title: '标题',
        disclosure: 'active',
      },
    },
  };
}
