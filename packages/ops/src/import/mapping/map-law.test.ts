import { describe, expect, it } from 'vitest';
import type { Draft, Mapped } from './draft.ts';
import { mapLaw } from './map-law.ts';

const place = { file: 'laws.jsonl.gz', line: 7 };

function draftOf(mapped: Mapped): Draft {
  if (mapped.outcome === 'rejected') throw new Error(mapped.reason);
  return mapped.draft;
}

const national = {
  path: '行政法规/供水条例(2008-12-01).md',
  title: '中华人民共和国供水条例',
  history: [
    '2008年11月19日 国务院第36次常务会议通过',
    '2008年12月1日 中华人民共和国国务院令第9541号公布',
    '2009年1月1日 施行',
  ],
  body: '## 第一章 总则\n\n第一条 为了节水，制定本条例。',
  meta: { publish: '2008-12-01', validFrom: '2009-01-01', expired: 1 },
};

describe('mapLaw', () => {
  it('reads class, number, dates and validity of a national regulation', () => {
    const { content, statedValidity, versionOn, source } = draftOf(mapLaw(national, place));
    expect(content).toMatchObject({
      docClass: 'other_policy_document',
      instrumentForm: '行政法规',
      level: 'national',
      documentNumber: { canonical: '中华人民共和国国务院令第9541号', form: 'order' },
      issuers: [{ name: '国务院' }],
      adoptedOn: '2008-11-19',
      promulgatedOn: '2008-12-01',
      issuedOn: '2008-12-01',
      publishedOn: '2008-12-01',
      effectiveFrom: '2009-01-01',
      body: { text: '第一章 总则\n\n第一条 为了节水，制定本条例。' },
    });
    expect(content.captionNote).toBe(national.history.join('\n'));
    expect(statedValidity).toEqual({ state: 'ended', label: '已失效' });
    expect(versionOn).toBe('2008-12-01');
    expect(source).toEqual({ collection: 'laws', file: 'laws.jsonl.gz', row: 7 });
  });

  it('tells a city’s regulation from its province’s', () => {
    const path = '地方性法规/澜海/x.md';
    const city = mapLaw(
      { ...national, path, history: ['2017年8月31日 临澜市第八届人民代表大会常务委员会第5次会议通过'] },
      place,
    );
    expect(draftOf(city).content).toMatchObject({
      docClass: 'local_regulation',
      level: 'city',
      adoptedOn: '2017-08-31',
    });
    const province = mapLaw(
      { ...national, path, history: ['2017年8月31日 澜海省第八届人民代表大会第5次会议通过'] },
      place,
    );
    expect(draftOf(province).content).toMatchObject({ docClass: 'local_regulation', level: 'province' });
  });

  it('takes the day of the version from the file name where the column has another', () => {
    const draft = draftOf(mapLaw({ ...national, meta: { publish: '2001-02-03' } }, place));
    expect(draft.versionOn).toBe('2008-12-01');
    expect(draft.warnings).toContainEqual({
      code: 'date_column_wrong',
      detail: 'publish 2001-02-03 → 2008-12-01',
    });
  });

  describe('the day of force that the text states', () => {
    const stating = (day: string) => `第一条 略。\n\n第二条 本条例自${day}起施行。《供水办法》同时废止。`;
    const datesOf = (record: object) => {
      const { content, versionFrom, statedFrom } = draftOf(mapLaw({ ...national, ...record }, place));
      return { start: content.effectiveFrom, versionFrom, statedFrom };
    };
    const promulgated = '2008年12月1日 国务院令第9541号公布';
    const amended = '2016年2月6日 《国务院关于修改部分行政法规的决定》修订';
    const revised = '2018年9月6日 国务院第23次常务会议修订通过';
    const path = '行政法规/供水条例(2018-11-06).md';

    it('begins a law of which no column says when it begins', () => {
      const dates = datesOf({
        history: [promulgated],
        meta: { publish: '2008-12-01', validFrom: null },
        body: stating('2010年1月1日'),
      });
      expect(dates).toEqual({ start: '2010-01-01', versionFrom: '2010-01-01', statedFrom: '2010-01-01' });
    });

    it('begins a law that decisions have changed since, whose text holds from its last change', () => {
      const history = [promulgated, amended];
      const body = stating('2009年3月1日');
      expect(datesOf({ path, history, body, meta: { validFrom: '2018-12-01' } })).toMatchObject({
        start: '2009-03-01',
        versionFrom: '2018-12-01',
      });
      expect(datesOf({ path, history, body, meta: {} })).toMatchObject({ versionFrom: '2018-11-06' });
    });

    it('is the text’s and not the law’s where the whole law was revised', () => {
      const history = [promulgated, amended, revised];
      const expected = { start: undefined, versionFrom: '2019-03-01', statedFrom: '2019-03-01' };
      expect(datesOf({ path, history, body: stating('2019年3月1日'), meta: {} })).toEqual(expected);
    });

    it('is the text’s where the history does not tell of the revision', () => {
      const expected = { start: undefined, versionFrom: '2018-12-01' };
      expect(
        datesOf({ path, history: [promulgated], body: stating('2018年12月1日'), meta: {} }),
      ).toMatchObject(expected);
    });

    it('is neither’s where an older revision stated it', () => {
      const history = [promulgated, '2010年9月6日 国务院第99次常务会议修订通过', amended];
      const expected = { start: undefined, versionFrom: '2018-11-06', statedFrom: '2011-01-01' };
      expect(datesOf({ path, history, body: stating('2011年1月1日'), meta: {} })).toEqual(expected);
    });

    it('counts before a history that puts the day of passing in front of 施行', () => {
      const history = ['2008年12月1日', '2009年1月1日 执行'];
      expect(datesOf({ history, body: stating('2009年1月1日') }).start).toBe('2009-01-01');
    });
  });

  it('calls a decision on other laws what it is', () => {
    const title = '临澜市人民代表大会常务委员会关于废止部分地方性法规的决定';
    const decision = mapLaw({ ...national, path: '地方性法规/澜海/x.md', title }, place);
    expect(draftOf(decision).content).toMatchObject({
      docClass: 'lifecycle_decision',
      instrumentForm: '决定',
    });
    const other = mapLaw({ ...national, title: '关于加强预算审查监督的决定' }, place);
    expect(draftOf(other).content.docClass).toBe('other_policy_document');
  });

  it('imports a law without history and text', () => {
    const { content } = draftOf(
      mapLaw({ path: '行政法规/x.md', title: '供水办法', history: [], body: '' }, place),
    );
    expect(content).toEqual({
      docClass: 'other_policy_document',
      instrumentForm: '行政法规',
      level: 'national',
      title: '供水办法',
      disclosure: 'active',
    });
  });

  it('rejects a law without a title, and one whose text is too long', () => {
    expect(mapLaw({ ...national, title: ' ' }, place)).toMatchObject({
      code: 'MANDATORY_FIELD_MISSING',
      pointer: '/title',
    });
    expect(mapLaw({ ...national, body: '水'.repeat(524_289) }, place)).toMatchObject({
      code: 'BODY_TOO_LARGE',
      pointer: '/body',
    });
  });
});
