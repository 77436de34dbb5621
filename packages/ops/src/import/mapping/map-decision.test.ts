import { describe, expect, it } from 'vitest';
import { identityOf } from '../merging/identify.ts';
import type { Draft, Mapped } from './draft.ts';
import { mapClause } from './map-clause.ts';
import { mapDecision } from './map-decision.ts';
import { mapLaw } from './map-law.ts';

const place = { file: 'decisions.jsonl.gz', line: 3 };

function draftOf(mapped: Mapped): Draft {
  if (mapped.outcome === 'rejected') throw new Error(mapped.reason);
  return mapped.draft;
}

const derived = {
  kind: 'derived',
  title: '临澜市人民政府关于修改部分规章的决定',
  date: '2016年2月6日',
  targets: [
    { title: '供水办法', line: '2016年2月6日 《临澜市人民政府关于修改部分规章的决定》第二次修订' },
    { title: '节水办法', line: '2016年2月6日 《临澜市人民政府关于修改部分规章的决定》修订' },
  ],
};

describe('mapDecision', () => {
  it('knows a decision from the history of what it changed', () => {
    const { content, warnings } = draftOf(mapDecision(derived, place));
    expect(content).toEqual({
      docClass: 'lifecycle_decision',
      instrumentForm: '决定',
      title: derived.title,
      disclosure: 'active',
      issuers: [{ name: '临澜市人民政府' }],
      issuedOn: '2016-02-06',
      relations: [
        { type: 'amends', target: { title: '供水办法' } },
        { type: 'amends', target: { title: '节水办法' } },
      ],
    });
    expect(warnings).toEqual([{ code: 'decision_from_citations' }]);
  });

  it('takes decisions of one title and two days for two', () => {
    const [one, other] = ['2016年2月6日', '2017年3月1日'].map((date) =>
      identityOf(draftOf(mapDecision({ ...derived, date }, place))),
    );
    expect(one?.keys).not.toEqual(other?.keys);
  });

  it('decision mixing 修改 and 废止: is read as both, and says when its title announces more', () => {
    const { content, warnings } = draftOf(
      mapDecision(
        {
          kind: 'transcribed',
          title: '临澜市人大常委会关于修改《养老条例》等2件地方性法规和废止《邮电规定》等2件地方性法规的决定',
          issuer: '临澜市人民代表大会常务委员会',
          promulgatedOn: '2023-12-28 00:00:00',
          effectiveFrom: '2024-01-15 00:00:00',
          header: '（2023年12月28日临澜市第十六届人民代表\n\n大会常务委员会第9次会议通过）',
          targets: [
            { action: '修改', text: '（一）对《养老条例》的修改' },
            { action: '废止', text: '（一）废止1988年4月7日临澜市人大常委会通过的《邮电规定》。' },
          ],
        },
        place,
      ),
    );
    expect(content).toMatchObject({
      issuers: [{ name: '临澜市人民代表大会常务委员会' }],
      adoptedOn: '2023-12-28',
      effectiveFrom: '2024-01-15',
      relations: [
        { type: 'amends', target: { title: '养老条例' } },
        { type: 'repeals', target: { title: '邮电规定', issuedOn: '1988-04-07' } },
      ],
    });
    expect(warnings).toContainEqual({ code: 'targets_incomplete', detail: '2 / 4' });
  });

  it('finds headings that a list of targets misses', () => {
    const { content, warnings } = draftOf(
      mapDecision(
        {
          kind: 'full',
          title: '关于修改《甲办法》等二件文件的决定',
          targets: [{ action: '修改', text: '一、修改《甲办法》' }],
          body: '一、修改《甲办法》\n将第一条删去。\n二、《乙办法》\n删去第二条。',
        },
        place,
      ),
    );
    expect(content.relations?.map(({ target }) => target.title)).toEqual(['甲办法', '乙办法']);
    expect(warnings).toEqual([]);
  });

  it('takes the target from the title where nothing lists it', () => {
    const record = {
      kind: 'full',
      title: '关于修改《甲办法》的决定',
      targets: [],
      body: '一、将《办法》第一条删去。',
    };
    expect(draftOf(mapDecision(record, place)).content.relations).toEqual([
      { type: 'amends', target: { title: '甲办法' } },
    ]);
  });

  it('takes effect on the day that its own text states, not on one that it quotes', () => {
    const record = {
      kind: 'full',
      title: '临澜市人民代表大会常务委员会关于修改《临澜市供水条例》的决定',
      targets: [],
      body: '一、第九条修改为：“本条例自2020年1月1日起施行。”\n本决定自2021年3月1日起施行。',
    };
    expect(draftOf(mapDecision(record, place)).content.effectiveFrom).toBe('2021-03-01');
  });

  it('is the document that a collection of laws holds at the same path', () => {
    const path = '地方性法规/澜海/关于废止部分地方性法规的决定.md';
    const title = '关于废止部分地方性法规的决定';
    const history = ['2021年9月24日 临澜市第十五届人民代表大会常务委员会第三十三次会议通过'];
    const body = '一、废止《临澜市供水条例》。';
    const law = draftOf(mapLaw({ path, title, history, body }, place));
    const record = { kind: 'full', path, title, history, body, targets: [] };
    const decision = draftOf(mapDecision(record, place));
    const { keys } = identityOf(law);
    expect(identityOf(decision).keys.some((key) => keys.includes(key))).toBe(true);
    expect(law.content.docClass).toBe(decision.content.docClass);
  });
});

describe('mapClause', () => {
  it('joins the law that it stands in, and not an older one of the same name', () => {
    const path = '行政法规/信访办法(2005-01-10).md';
    const law = {
      path,
      title: '信访办法',
      history: ['2005年1月10日 市政府令第431号公布'],
      body: '第一条 略。',
    };
    const older = { ...law, path: '行政法规/信访办法(1995-10-28).md', history: ['1995年10月28日 公布'] };
    const sentence = '1995年10月28日公布的《信访办法》同时废止。';
    const clause = draftOf(mapClause({ kind: 'clause', path, title: '信访办法', sentence }, place));
    expect(clause.content.relations).toEqual([
      { type: 'repeals', target: { title: '信访办法', issuedOn: '1995-10-28' } },
    ]);
    const keysOf = (record: object) => identityOf(draftOf(mapLaw({ ...record }, place))).keys;
    const { keys } = identityOf(clause);
    expect(keysOf(law).some((key) => keys.includes(key))).toBe(true);
    expect(keysOf(older).some((key) => keys.includes(key))).toBe(false);
  });

  it('knows the day of the repeal where its sentence states it', () => {
    const sentence = '第九条 本办法自2004年6月1日起施行，1988年9月27日发布的《基金办法》同时废止。';
    const clause = draftOf(mapClause({ kind: 'clause', title: '基金管理办法', sentence }, place));
    expect(clause.statedFrom).toBe('2004-06-01');
  });
});
