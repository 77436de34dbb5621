import { parseDocumentNumber } from '@gongwen/domain';
import { describe, expect, it } from 'vitest';
import type { Content, Draft } from '../mapping/draft.ts';
import { createRowGroups } from './group-rows.ts';
import { documentIdOf, identityOf } from './identify.ts';

let row = 0;
function draft(content: Partial<Content>, more: Partial<Draft> = {}): Draft {
  return {
    content: { docClass: 'other_policy_document', title: '关于节水的通知', disclosure: 'active', ...content },
    source: { collection: '旧网站', file: 'list.jsonl', row: ++row },
    warnings: [],
    ...more,
  };
}

const number = (raw: string) => ({ documentNumber: parseDocumentNumber(raw) });

function groupsOf(...drafts: Draft[]) {
  const groups = createRowGroups();
  for (const one of drafts) groups.add(identityOf(one));
  return groups.groups();
}

describe('the same document', () => {
  it('is one under one number and a near title, in any spelling', () => {
    const rows = [
      draft({ ...number('临水发[2020]7号'), title: '临澜市水务局关于做好节水工作的通知' }),
      draft({ ...number('临水发〔2020〕07号'), title: '关于做好节水工作的通知' }),
      draft({ ...number('临水发〔2020〕8号'), title: '关于做好节水工作的通知' }),
    ];
    expect(groupsOf(...rows)).toEqual([[0, 1], [2]]);
    expect(groupsOf(...rows.toReversed())).toEqual([[0], [1, 2]]);
  });

  it('two files from two of the 147 sites, same 文号: is two when two towns have one code', () => {
    const from = (name: string, more: Partial<Draft> = {}) =>
      draft({ ...number('镇政发〔2020〕7号'), issuers: [{ name }] }, more);
    const rows = [from('临北镇人民政府'), from('临澜市临南镇人民政府'), from('临北镇人民政府')];
    expect(groupsOf(...rows)).toEqual([[0, 2], [1]]);
    const ids = rows.map((one) => documentIdOf([identityOf(one).name], 'library'));
    expect(new Set(ids).size).toBe(2);
    const ofCity = ['临澜市水务局', '市水务局'].map((name) =>
      draft({ ...number('临水发〔2020〕7号'), issuers: [{ name }] }),
    );
    expect(groupsOf(...ofCity)).toEqual([[0, 1]]);
  });

  it('is two under one number and unlike titles, which is remembered', () => {
    const groups = createRowGroups();
    groups.add(identityOf(draft({ ...number('临水发〔2020〕7号'), title: '关于供水价格的批复' })));
    groups.add(identityOf(draft({ ...number('临水发〔2020〕7号'), title: '防汛抗旱应急预案' })));
    groups.add(identityOf(draft(number('临水发〔2020〕8号'))));
    expect(groups.groups()).toEqual([[0], [1], [2]]);
    expect([...groups.sharedNumbers()]).toEqual([0, 1]);
  });

  it('is one at one address, with or without www, in another folder of the site', () => {
    const at = (url: string) => draft({ sourceUrls: [url], title: `关于第${++row}项工作的通知` });
    expect(
      groupsOf(
        at('http://www.linlan.example/zhengce/content/2017-01/24/content_51.htm'),
        at('https://linlan.example/zhengceku/2017-01/24/content_51.htm'),
        at('https://linlan.example/zhengceku/2017-01/25/content_51.htm'),
        at('https://linlan.example/list?id=1'),
        at('https://linlan.example/list?id=2'),
      ),
    ).toEqual([[0, 1], [2], [3], [4]]);
  });

  it('is one law that a list names with the day of its origin', () => {
    const law = draft({ title: '供水条例' }, { versionOn: '2018-03-19', originDays: ['2002-06-28'] });
    const named = draft({ title: '中华人民共和国供水条例', publishedOn: '2002-06-28' });
    const older = draft({ title: '供水条例', publishedOn: '1985-01-01' });
    expect(groupsOf(law, named, older)).toEqual([[0, 1], [2]]);
    // of a title that is no law’s, two bodies may have one each on the same day
    const notice = { title: '关于节水的通知', publishedOn: '2002-06-28' };
    const from = (name: string) => draft({ ...notice, issuers: [{ name }] });
    expect(groupsOf(from('市水务局'), from('市教育局'))).toEqual([[0], [1]]);
  });

  it('is one under one title, issuer and day, never under the title alone', () => {
    const from = { issuers: [{ name: '市水务局' }] };
    expect(
      groupsOf(
        draft({ ...from, publishedOn: '2020-06-20' }),
        draft({ ...from, publishedOn: '2020-06-20', issuedOn: '2020-06-01' }),
        draft({ ...from, publishedOn: '2019-06-20' }),
        draft({ issuers: [{ name: '市财政局' }], publishedOn: '2020-06-20' }),
        draft({}),
        draft({}),
      ),
    ).toEqual([[0, 1], [2], [3], [4], [5]]);
  });

  it('does not go by a number without its agency', () => {
    expect(groupsOf(draft(number('2016年第11号公告')), draft(number('2016年第11号公告')))).toHaveLength(2);
  });

  it('tells versions of a law apart by their day, and joins the first with a list of policies', () => {
    const law = {
      ...number('中华人民共和国国务院令第9541号'),
      title: '中华人民共和国供水条例',
      promulgatedOn: '2008-12-01',
    };
    expect(
      groupsOf(
        draft(law, { versionOn: '2008-12-01' }),
        draft(law, { versionOn: '2016-02-06' }),
        draft(law, { versionOn: '2016-02-06' }),
        draft({ ...number('国令第9541号'), title: '供水条例' }),
      ),
    ).toEqual([
      [0, 3],
      [1, 2],
    ]);
  });

  it('is one under the id that rows bring themselves', () => {
    const own = { own: { documentId: 'll-water:7' } };
    expect(groupsOf(draft({ title: '甲' }, own), draft({ title: '乙' }, own))).toEqual([[0, 1]]);
  });
});

describe('documentIdOf', () => {
  it('does not depend on the order of rows', () => {
    const names = [draft(number('临水发〔2020〕7号')), draft({ publishedOn: '2020-06-20' })].map(
      (one) => identityOf(one).name,
    );
    const id = documentIdOf(names, 'library');
    expect(id).toMatch(/^library:imp-[0-9a-f]{20}$/);
    expect(documentIdOf(names.toReversed(), 'library')).toBe(id);
  });

  it('is the id that a record brings', () => {
    const { name } = identityOf(draft({}, { own: { documentId: 'll-water:7' } }));
    expect(documentIdOf([name], 'library')).toBe('ll-water:7');
  });
});
