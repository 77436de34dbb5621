import { describe, expect, it } from 'vitest';
import { applied, documentId, given, when } from './given.ts';

const basis = { type: 'based_on' as const, target: { number: '临政发〔2024〕9号' } };
const interpretation = { type: 'interpreted_by' as const, target: { documentId: 'll-hrss:j-3' } };

describe('setLinks', () => {
  it('tells what was added and what was removed', () => {
    const head = given({ relations: [basis] });
    expect(when(head, 'setLinks', { links: [interpretation] })).toMatchObject({
      change: {
        type: 'cn.gongwen.document.linked.v1',
        document: { relations: [interpretation] },
        change: { added: [interpretation], removed: [basis] },
      },
    });
  });

  it('keeps what the document’s own life has made', () => {
    const by = { title: '新办法' };
    const before = given({ relations: [basis] });
    const head = applied(before, when(before, 'supersede', { by, effectiveOn: '2026-07-01' }));
    const { document } = applied(head, when(head, 'setLinks', { links: [] }));
    expect(document.relations).toEqual([{ type: 'superseded_by', target: by, effectiveOn: '2026-07-01' }]);
  });

  it('counts the same relation once', () => {
    const outcome = when(given(), 'setLinks', { links: [basis, { target: basis.target, type: basis.type }] });
    expect(outcome).toMatchObject({ change: { change: { added: [basis] } } });
  });

  it.each([
    ['that change nothing', { links: [] }, 'ILLEGAL_TRANSITION'],
    ['to the document itself', { links: [{ ...basis, target: { documentId } }] }, 'ILLEGAL_TRANSITION'],
    [
      'of more than 1 000 at a time',
      {
        links: Array.from({ length: 1001 }, (_, index) => ({ ...basis, target: { title: `第${index}号` } })),
      },
      'SCHEMA_VIOLATION',
    ],
  ])('refuses links %s', (_what, body, code) => {
    expect(when(given(), 'setLinks', body)).toMatchObject({ outcome: 'rejected', code });
  });
});
