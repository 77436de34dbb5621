import { describe, expect, it } from 'vitest';
import { readRepealSentence, readTarget } from './read-targets.ts';

describe('readTarget', () => {
  it('reads a target that is cited by its day and session, in front or behind', () => {
    const target = { title: '临澜市滩涂管理条例', issuedOn: '1996-10-31' };
    const inFront =
      '（二）废止1996年10月31日临澜市第十届人民代表大会常务委员会第31次会议通过的《临澜市滩涂管理条例》。';
    const behind =
      '二、废止《临澜市滩涂管理条例》（1996年10月31日临澜市第十届人民代表大会常务委员会第31次会议通过）';
    expect(readTarget(inFront, 'repeals')).toEqual({ type: 'repeals', target });
    expect(readTarget(behind, 'repeals')).toEqual({ type: 'repeals', target });
  });

  it('reads titles that hold titles, and a number', () => {
    expect(readTarget('对《临澜市实施《渔业法》办法》（临政发〔2003〕5号）的修改', 'amends')).toEqual({
      type: 'amends',
      target: { title: '临澜市实施《渔业法》办法', number: '临政发〔2003〕5号' },
    });
    expect(readTarget('删去第十九条第一款。', 'amends')).toBeUndefined();
  });
});

describe('readRepealSentence', () => {
  it('gives each of several targets its own day', () => {
    expect(
      readRepealSentence(
        '1987年8月5日市政府发布的《摊贩办法》、1990年1月2日发布的《集市办法》和《夜市办法》同时废止。',
      ),
    ).toEqual([
      { type: 'repeals', target: { title: '摊贩办法', issuedOn: '1987-08-05' } },
      { type: 'repeals', target: { title: '集市办法', issuedOn: '1990-01-02' } },
      { type: 'repeals', target: { title: '夜市办法' } },
    ]);
  });

  it('keeps a year in words, since it is no day', () => {
    expect(readRepealSentence('1995年市政府发布的《信访办法》同时废止。')).toEqual([
      { type: 'repeals', target: { title: '信访办法' }, scope: '1995年市政府发布的' },
    ]);
  });

  it('does not end what a target was changed by, and takes the target’s own day', () => {
    expect(
      readRepealSentence(
        '1996年9月6日市人大常委会通过，根据2016年11月25日《关于修改部分地方性法规的决定》修正的《保密规定》同时废止。',
      ),
    ).toEqual([{ type: 'repeals', target: { title: '保密规定', issuedOn: '1996-09-06' } }]);
  });

  it('ends a decision that is meant itself', () => {
    expect(readRepealSentence('《关于现金管理的决定》同时废止。')).toEqual([
      { type: 'repeals', target: { title: '关于现金管理的决定' } },
    ]);
  });

  it('ends a part only, where a part is named', () => {
    expect(readRepealSentence('1978年9月12日发布的《会计职权条例》中有关总会计师的规定同时废止。')).toEqual([
      {
        type: 'partially_ends',
        target: { title: '会计职权条例', issuedOn: '1978-09-12' },
        articles: ['中有关总会计师的规定'],
        scope: '中有关总会计师的规定',
      },
    ]);
  });
});
