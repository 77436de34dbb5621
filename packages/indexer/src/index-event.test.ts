import type { Document, DocumentEvent } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { toIndexEntry } from './index-event.ts';

const document: Document = {
  documentId: 'll-hrss:2026-1',
  department: 'll-hrss',
  publication: { state: 'published' },
  textVersion: 1,
  lifecycle: [],
  docClass: 'normative_document',
  title: '就業見習補貼辦法',
  disclosure: 'active',
};

function entryOf(change: Partial<Document>) {
  const event: DocumentEvent = {
    specversion: '1.0',
    id: '00000000-0000-8000-8000-000000000001',
    source: 'urn:test',
    type: 'cn.gongwen.document.published.v1',
    subject: document.documentId,
    time: '2026-11-25T00:00:00Z',
    dataschema: 'https://gongwen.cn/schemas/document.published.v1.schema.json',
    sequence: '1',
    actor: 'test',
    data: { version: 1, change: {}, document: { ...document, ...change } },
  };
  return toIndexEntry(event).document;
}

describe('the index entry of an event', () => {
  it('has the parts of a number by which it is asked for', () => {
    const documentNumber = {
      raw: '临人社发[2026]7号',
      canonical: '临人社发〔2026〕7号',
      form: 'agency_year',
      agencyCode: '临人社发',
      year: 2026,
      sequence: 7,
    } as const;
    expect(entryOf({ documentNumber })).toMatchObject({
      number: '临人社发〔2026〕7号',
      agencyCode: '临人社发',
      numberYear: 2026,
      numberSequence: 7,
    });
  });

  it('has no more of a number than its form has', () => {
    const entry = entryOf({ documentNumber: { raw: '无字号', form: 'free' } });
    expect(entry).toMatchObject({ number: '无字号' });
    expect(entry).not.toHaveProperty('numberYear');
  });

  it('is normalised where it is searched', () => {
    expect(entryOf({}).title).toBe('就业见习补贴办法');
  });

  it('has the keys that it may be cited by, and those that it cites', () => {
    const entry = entryOf({
      relations: [{ type: 'based_on', target: { documentId: 'll-gov:2025-4' } }],
      lifecycle: [
        {
          change: 'repealed',
          effectiveOn: '2026-06-01',
          version: 2,
          decision: { number: '临政发[2026]1号' },
        },
      ],
    });
    expect(entry.citationKeys).toContain('id:ll-hrss:2026-1');
    expect(entry.citedKeys).toEqual(['id:ll-gov:2025-4', 'number:临政发〔2026〕1号']);
  });

  it('says whether the document was interpreted', () => {
    const relations = [{ type: 'interpreted_by', target: { title: '解读' } }] as const;
    expect(entryOf({}).hasInterpretation).toBe(false);
    expect(entryOf({ relations: [...relations] }).hasInterpretation).toBe(true);
  });
});
