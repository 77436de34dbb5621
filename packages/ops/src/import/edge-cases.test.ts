import { type DocumentHead, decide, validityOn } from '@gongwen/domain';
import type { Document } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { conformance } from '../reports/conformance.ts';
import { mapJcms } from './mapping/map-jcms.ts';
import { mapPolicy } from './mapping/map-policy.ts';
import type { Mapped } from './mapping/draft.ts';
import { mergeDrafts } from './merging/merge-drafts.ts';

const place = { file: 'policies.jsonl', line: 3 };
const today = '2026-06-15';
const department = { id: 'library', name: '临澜市政府文件库', level: 'city', regionCode: '990100' } as const;

/** From the row to what the gateway makes of it. */
function imported(mapped: Mapped): DocumentHead {
  if (mapped.outcome === 'rejected') throw new Error(mapped.reason);
  const { command } = mergeDrafts([mapped.draft], 'library:imp-1');
  const { documentId } = command;
  const outcome = decide(undefined, { name: 'publish', documentId, body: command }, { department, today });
  if (outcome.outcome === 'rejected') throw new Error(JSON.stringify(outcome));
  return { documentId, version: 1, eventId: 'event-1', document: outcome.change.document };
}

const policy = (row: object) =>
  imported(
    mapPolicy(
      { source: '旧网站', title: '关于节水的通知', documentNumber: '临水发〔2024〕7号', ...row },
      place,
    ),
  );
const dated = { issuedOn: '2024-03-01', publishedOn: '2024-03-05' };
const findings = (head: DocumentHead) =>
  conformance({ heads: [head], today }).rows.map(({ rule, detail }) => [rule, detail]);
const gaps = ({ provenance }: Document) => provenance?.gaps;

describe('empty 有效性 on import', () => {
  it.each([
    ['a list', policy({ ...dated, validity: '' })],
    ['a list without the column', policy(dated)],
    [
      'the upstream’s exporter',
      imported(
        mapJcms(
          {
            article: { title: '关于节水的通知', datetime: dated.publishedOn, vc_validate: '' },
            isMended: false,
          },
          place,
        ),
      ),
    ],
  ])('of %s is not 有效: nobody has said so, and the report asks for it', (_whose, head) => {
    expect(gaps(head.document)).toContain('validity');
    expect(validityOn(head.document, today)).toBe('unknown');
    expect(findings(head)).toContainEqual(['missing_field', expect.stringContaining('有效性')]);
  });

  it('is found out from what is known for sure: a decision that has ended it', () => {
    const { document } = policy({ ...dated, validity: '' });
    const lifecycle = [{ change: 'repealed' as const, effectiveOn: '2025-01-01', version: 2 }];
    expect(validityOn({ ...document, lifecycle }, today)).toBe('repealed');
  });

  it('differs from one that is filled in', () => {
    expect(validityOn(policy({ ...dated, validity: '有效' }).document, today)).toBe('in_force');
  });
});

describe('发布 earlier than 成文 on import', () => {
  const head = policy({ issuedOn: '2024-12-27', publishedOn: '2024-12-01' });

  it('is taken as the source has it, with a warning, and reported', () => {
    expect(head.document).toMatchObject({
      issuedOn: '2024-12-27',
      publishedOn: '2024-12-01',
      provenance: { warnings: [expect.stringContaining('2024-12-01')] },
    });
    expect(findings(head).map(([rule]) => rule)).toContain('contradictory_dates');
  });
});

describe('PDF-only body on import', () => {
  it('is a document without a text, which the report names', () => {
    const head = policy({ ...dated, body: '<PDF url="/pdf/1.pdf" :zoom=90 />' });
    expect(head.document).not.toHaveProperty('body');
    expect(gaps(head.document)).toContain('body');
    expect(findings(head)).toContainEqual(['missing_field', expect.stringContaining('正文')]);
  });
});
