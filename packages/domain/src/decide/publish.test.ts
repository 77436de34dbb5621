import type { DocumentContent } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import { content, context, documentId, given } from './given.ts';

const provenance = { sources: [{ collection: '旧网站' }], gaps: [] } satisfies DocumentContent['provenance'];
const publish = (changes: Partial<DocumentContent>, without: (keyof DocumentContent)[] = []) => {
  const document: DocumentContent = { ...content, ...changes };
  for (const field of without) delete document[field];
  return decide(undefined, { name: 'publish', documentId, body: { documentId, document } }, context);
};

describe('publish', () => {
  it('makes version 1 with the department’s name, level and region, and the number read', () => {
    expect(given()).toMatchObject({
      version: 1,
      documentId,
      document: {
        department: 'll-hrss',
        publisher: '临澜市人力资源和社会保障局',
        level: 'city',
        regionCode: '990100',
        isProvisional: false,
        publication: { state: 'published' },
        textVersion: 1,
        lifecycle: [],
        documentNumber: { canonical: '临人社发〔2025〕17号', form: 'agency_year', year: 2025, sequence: 17 },
      },
    });
  });

  it('keeps what the department says of itself, but not its reading of the number', () => {
    const head = given({
      publisher: '市政府办公室',
      documentNumber: { raw: '临政发〔2025〕3号', canonical: '假' },
    });
    expect(head.document).toMatchObject({
      publisher: '市政府办公室',
      documentNumber: { canonical: '临政发〔2025〕3号' },
    });
  });

  it('gives a document that states no term the one of its jurisdiction, where that has one', () => {
    const until = (changes: Partial<DocumentContent>) => {
      const outcome = publish(changes, ['effectiveUntil']);
      return outcome.outcome === 'accepted' ? outcome.change.document.effectiveUntil : outcome.code;
    };
    expect(until({ regionCode: '310000' })).toBe('2030-03-31');
    expect(until({ regionCode: '310000', isProvisional: true })).toBe('2027-03-31');
    expect(until({ regionCode: '990100' })).toBeUndefined();
    expect(until({ regionCode: '310000', docClass: 'government_rule' })).toBeUndefined();
    expect(until({ regionCode: '310000', provenance })).toBeUndefined();
  });

  it('is refused when the document exists', () => {
    const head = given();
    const body = { documentId, document: content };
    expect(decide(head, { name: 'publish', documentId, body }, context)).toMatchObject({
      code: 'VERSION_CONFLICT',
      currentVersion: 1,
      expectedVersion: 0,
      currentEventId: head.eventId,
    });
  });

  it.each(['on_request', 'none'] as const)('is refused with the disclosure %s', (disclosure) => {
    expect(publish({ disclosure })).toMatchObject({
      code: 'DISCLOSURE_FORBIDS',
      issues: [{ pointer: '/document/disclosure' }],
    });
    expect(publish({ disclosure, provenance })).toMatchObject({ code: 'DISCLOSURE_FORBIDS' });
  });

  it.each(['issuers', 'issuedOn', 'publishedOn'] as const)(
    'is refused without %s, unless an import says so',
    (field) => {
      expect(publish({}, [field])).toMatchObject({
        code: 'MANDATORY_FIELD_MISSING',
        issues: [{ pointer: `/document/${field}`, rule: 'mandatory' }],
      });
      expect(publish({ provenance }, [field])).toMatchObject({ code: 'MANDATORY_FIELD_MISSING' });
      expect(publish({ provenance: { ...provenance, gaps: [field] } }, [field])).toMatchObject({
        outcome: 'accepted',
      });
    },
  );

  it('PDF-only body: is taken where the original is a file, else refused', () => {
    expect(publish({}, ['body'])).toMatchObject({ outcome: 'accepted' });
    expect(publish({ renditions: [] }, ['body'])).toMatchObject({
      code: 'MANDATORY_FIELD_MISSING',
      issues: [{ pointer: '/document/body' }],
    });
  });

  it('names everything that is missing at once', () => {
    expect(publish({ issuers: [] }, ['issuedOn', 'publishedOn'])).toMatchObject({ issues: { length: 3 } });
  });

  it.each(['interpretation', 'qa_entry', 'decision_process_item'] as const)(
    'asks no day of issue of %s',
    (docClass) => {
      expect(publish({ docClass }, ['issuedOn'])).toMatchObject({ outcome: 'accepted' });
    },
  );

  it('is refused with a number that nobody can read, unless it is imported', () => {
    const documentNumber = { raw: '临人社发〔202517号' };
    expect(publish({ documentNumber })).toMatchObject({
      code: 'DOCUMENT_NUMBER_INVALID',
      issues: [{ pointer: '/document/documentNumber/raw' }],
    });
    expect(publish({ documentNumber, provenance })).toMatchObject({ outcome: 'accepted' });
  });

  it.each([
    [{ issuedOn: '2025-03-13', publishedOn: '2025-03-12' }, 'publishedOn'],
    [{ effectiveFrom: '2028-04-01', effectiveUntil: '2028-03-31' }, 'effectiveUntil'],
  ])('is refused with the dates %j, unless it is imported', (dates, field) => {
    expect(publish(dates)).toMatchObject({
      code: 'DATE_INVALID',
      issues: [{ pointer: `/document/${field}`, rule: 'dateOrder' }],
    });
    expect(publish({ ...dates, provenance })).toMatchObject({ outcome: 'accepted' });
  });
});
