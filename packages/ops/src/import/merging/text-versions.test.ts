import { describe, expect, it } from 'vitest';
import { mapLaw } from '../mapping/map-law.ts';
import type { Draft } from '../mapping/draft.ts';
import { identityOf } from './identify.ts';
import { mergeDrafts } from './merge-drafts.ts';

function law(day: string, more: object = {}): Draft {
  const record = {
    path: `行政法规/供水条例(${day}).md`,
    title: '供水条例',
    history: ['1998年5月6日 通过', '1998年5月20日 公布', '1998年10月1日 施行'],
    body: `第一条 ${day}的文本。`,
    meta: { publish: day },
    ...more,
  };
  const mapped = mapLaw(record, { file: 'laws.jsonl', line: Number(day.slice(0, 4)) });
  if (mapped.outcome === 'rejected') throw new Error(mapped.reason);
  return mapped.draft;
}

const change = '2018年3月19日 《临澜市人民政府关于修改部分法规的决定》第一次修订';
const old = law('1998-05-20', { meta: { publish: '1998-05-20', expired: 1 } });
const newer = law('2018-03-19', {
  history: ['1998年5月20日 公布', change],
  meta: { publish: '2018-03-19', validFrom: '2018-04-01', expired: 0 },
});

describe('two versions of a law', () => {
  it('are one document, since they share the days of its origin', () => {
    const keys = new Set(identityOf(old).keys);
    expect(identityOf(newer).keys.some((key) => keys.has(key))).toBe(true);
    const unrelated = law('2018-03-19', { history: ['2018年3月19日 公布'] });
    expect(identityOf(unrelated).keys.some((key) => keys.has(key))).toBe(false);
  });

  it('are published as the older text, which the newer one amends', () => {
    const { command, amendments } = mergeDrafts([newer, old], 'library:imp-1');
    expect(command.document).toMatchObject({
      issuedOn: '1998-05-20',
      effectiveFrom: '1998-10-01',
      body: { text: '第一条 1998-05-20的文本。' },
      provenance: { statedValidity: { state: 'in_force' }, sources: [{ row: 2018 }, { row: 1998 }] },
    });
    expect(amendments).toMatchObject([
      {
        expectedVersion: 1,
        kind: 'revision',
        effectiveOn: '2018-04-01',
        decision: { title: '临澜市人民政府关于修改部分法规的决定', issuedOn: '2018-03-19' },
        // it says itself that it is an import, so that nobody asks who reviewed it
        changes: {
          body: { text: '第一条 2018-03-19的文本。' },
          provenance: { sources: [{ row: 2018 }, { row: 1998 }] },
        },
      },
    ]);
  });

  it('begin on the day of force that only the newer text states', () => {
    const body = '第一条 略。\n第二条 本条例自1998年10月1日起施行。';
    const silent = law('1998-05-20', { history: ['1998年5月20日 公布'] });
    const stating = law('2018-03-19', { history: ['1998年5月20日 公布', change], body });
    const { command, amendments } = mergeDrafts([silent, stating], 'library:imp-1');
    expect(command.document).toMatchObject({ issuedOn: '1998-05-20', effectiveFrom: '1998-10-01' });
    expect(amendments).toMatchObject([{ effectiveOn: '2018-03-19' }]);
  });

  it('are the newest text only, where that is no longer in force', () => {
    const ended = { ...newer, statedValidity: { state: 'ended', label: '已失效' } as const };
    const { command, amendments } = mergeDrafts([ended, old], 'library:imp-1');
    expect(amendments).toEqual([]);
    expect(command.document.body).toEqual(newer.content.body);
  });
});
