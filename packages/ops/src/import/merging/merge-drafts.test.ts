import { isPublishCommand } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import type { Content, Draft } from '../mapping/draft.ts';
import { mergeDrafts } from './merge-drafts.ts';

function draft(row: number, content: Partial<Content>, more: Partial<Draft> = {}): Draft {
  return {
    content: { docClass: 'other_policy_document', title: '关于节水的通知', disclosure: 'active', ...content },
    source: { collection: '旧网站', file: 'list.jsonl', row },
    warnings: [],
    ...more,
  };
}

const id = 'library:imp-1';

describe('mergeDrafts', () => {
  const full = draft(1, {
    body: { text: '节水。' },
    publishedOn: '2020-06-20',
    sourceUrls: ['https://a.example/1'],
  });
  const thin = draft(
    2,
    {
      publishedOn: '2020-06-21',
      issuedOn: '2020-06-01',
      sourceUrls: ['https://b.example/1'],
      title: '关于节约用水的通知',
    },
    { statedValidity: { state: 'ended', label: '失效' }, warnings: [{ code: 'title_markup' }] },
  );

  it('lets the fullest row lead, fills gaps from the others, keeps all sources and says what contradicts', () => {
    const { command, gaps } = mergeDrafts([thin, full], id);
    expect(isPublishCommand(command)).toBe(true);
    expect(command.document).toMatchObject({
      title: '关于节水的通知',
      body: { text: '节水。' },
      publishedOn: '2020-06-20',
      issuedOn: '2020-06-01',
      sourceUrls: ['https://a.example/1', 'https://b.example/1'],
      provenance: {
        sources: [{ row: 2 }, { row: 1 }],
        statedValidity: { state: 'ended' },
        warnings: [
          '标题含标记，已去除',
          '各来源标题不同：关于节约用水的通知',
          '各来源的值不同：publishedOn 2020-06-20 / 2020-06-21',
        ],
      },
    });
    expect(gaps).toEqual(['documentNumber', 'issuers', 'renditions', 'themes']);
  });

  it('gives the same content whatever the order', () => {
    const { sources: _, ...one } = mergeDrafts([thin, full], id).command.document.provenance ?? {};
    const { sources: __, ...other } = mergeDrafts([full, thin], id).command.document.provenance ?? {};
    expect(one).toEqual(other);
  });

  it('keeps the gaps, sources and warnings that a record of our own shape states', () => {
    const provenance = {
      sources: [{ collection: '档案馆' }],
      gaps: ['body' as const],
      warnings: ['手工录入'],
    };
    const { command } = mergeDrafts([draft(1, {}, { own: { provenance, note: '首批' } })], id);
    expect(command).toMatchObject({ note: '首批', document: { provenance } });
  });

  describe('the day of force', () => {
    const history = [
      { on: '1996-03-17', event: 'adopted' as const },
      { on: '2009-08-27', event: 'amended' as const },
      { on: '2021-01-22', event: 'revised' as const },
    ];
    const law = draft(1, { body: { text: '节水。' }, issuedOn: '1996-03-17', history });
    const startOf = (...drafts: [Draft, ...Draft[]]) =>
      mergeDrafts(drafts, id).command.document.effectiveFrom;

    it('is not that of a revision, which a list gives beside the law', () => {
      expect(startOf(law, draft(2, { effectiveFrom: '2021-07-15' }))).toBeUndefined();
      expect(startOf(draft(1, { body: { text: '节水。' } }), draft(2, { effectiveFrom: '2021-07-15' }))).toBe(
        '2021-07-15',
      );
    });

    it('is the law’s own, whichever row has it', () => {
      expect(
        startOf(draft(2, { effectiveFrom: '2021-07-15' }), draft(3, { effectiveFrom: '1996-10-01' }), law),
      ).toBe('1996-10-01');
    });

    it('stays as a record of our own shape states it, years after its issue, too', () => {
      const own = draft(1, { issuedOn: '2020-01-01', effectiveFrom: '2025-01-01' }, { own: {} });
      expect(startOf(own, draft(2, { effectiveFrom: '2020-02-01' }))).toBe('2025-01-01');
    });
  });
});
