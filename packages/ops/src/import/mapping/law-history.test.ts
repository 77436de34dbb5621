import { describe, expect, it } from 'vitest';
import { issuersIn, orderNumberIn, readHistory } from './law-history.ts';

const events = (...lines: string[]) => readHistory(lines).entries.map(({ on, event }) => `${on} ${event}`);

describe('readHistory', () => {
  it('reads an event a line', () => {
    expect(
      events(
        '2003年9月26日 临澜市第十届人民代表大会常务委员会第四次会议通过',
        '2003年11月28日 澜海省第十届人民代表大会常务委员会第五次会议批准',
        '2003年12月1日 临澜市人民代表大会常务委员会公告公布施行',
        '2004年1月1日 施行',
        '2010年5月7日 临澜市第十二届人民代表大会常务委员会第二次会议《关于修改〈临澜市供水条例〉的决定》第一次修正',
        '2015年5月7日 临澜市第十三届人民代表大会常务委员会第九次会议修订通过',
      ),
    ).toEqual([
      '2003-09-26 adopted',
      '2003-11-28 approved',
      '2003-12-01 promulgated',
      '2004-01-01 in_force',
      '2010-05-07 amended',
      '2015-05-07 revised',
    ]);
  });

  it('finds two events on one line', () => {
    expect(
      events('1999年10月25日 澜海省人大常委会批准根据2004年7月30日《关于修改〈供水条例〉的决定》修正'),
    ).toEqual(['1999-10-25 approved', '2004-07-30 amended']);
  });

  it('keeps a decision that was passed and approved on two days as one event', () => {
    expect(
      events(
        '2020年9月3日 临澜市人大常委会会议通过并经2020年9月25日澜海省人大常委会会议批准的《关于修改〈供水条例〉的决定》修正',
      ),
    ).toEqual(['2020-09-03 amended']);
  });

  it('joins an event that is broken over lines, even within its date', () => {
    expect(
      events(
        '2014年9月26',
        '日澜海省人大常委会第十次会议批准',
        '2019年1月2日 《关于修改',
        '〈供水条例〉的决定》第三次修正',
      ),
    ).toEqual(['2014-09-26 approved', '2019-01-02 amended']);
  });

  it('reads full width and numerals', () => {
    expect(events('２０１２年１２月３日 局长办公会议通过', '一九九四年十二月六日')).toEqual([
      '2012-12-03 adopted',
      '1994-12-06 other',
    ]);
  });

  it('keeps what it cannot read', () => {
    expect(readHistory(['关于印发供水办法的通知', '2019年2月30日 公布']).unreadable).toEqual([
      '关于印发供水办法的通知',
      '2019年2月30日 公布',
    ]);
  });
});

describe('issuersIn', () => {
  const issuers = (...lines: string[]) => issuersIn(readHistory(lines).entries).map(({ name }) => name);

  it('names the congress that adopted', () => {
    expect(issuers('2010年12月23日 临澜市第十三届人民代表大会常务委员会第二十二次会议通过')).toEqual([
      '临澜市人民代表大会常务委员会',
    ]);
    expect(issuers('1982年12月4日 第五届全国人民代表大会第五次会议通过')).toEqual(['全国人民代表大会']);
  });

  it('names who promulgated, else who passed it', () => {
    expect(issuers('1996年9月19日 经国务院批准', '1996年10月3日 中华人民共和国交通部令第8号发布')).toEqual([
      '交通部',
    ]);
    expect(issuers('2006年11月17日 临澜市人民政府第56次常务会议审议通过')).toEqual(['临澜市人民政府']);
  });

  it('finds none where there is none', () => {
    expect(issuers('1957年5月22日')).toEqual([]);
  });
});

describe('orderNumberIn', () => {
  it('is the order of the last promulgation, not of an amendment', () => {
    const { entries } = readHistory([
      '1988年1月16日 临澜市人民政府令第7号发布',
      '2008年12月1日 临澜市人民政府令第541号公布',
      '2017年9月27日 临澜市人民政府令第689号修订',
    ]);
    expect(orderNumberIn(entries)).toBe('临澜市人民政府令第541号');
  });
});
