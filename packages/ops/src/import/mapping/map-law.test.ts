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
