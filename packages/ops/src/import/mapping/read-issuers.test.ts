import { describe, expect, it } from 'vitest';
import { issuersOfTitle, readIssuers } from './read-issuers.ts';

const names = ({ issuers }: { issuers: { name: string }[] }) => issuers.map(({ name }) => name);

describe('readIssuers', () => {
  it.each([
    ['市财政局、市水务局', ['市财政局', '市水务局']],
    ['市财政局，市水务局', ['市财政局', '市水务局']],
    ['市财政局 市水务局', ['市财政局', '市水务局']],
    ['临澜市 水务局', ['临澜市 水务局']],
    ['中国（临澜）自由贸易试验区管理委员会', ['中国（临澜）自由贸易试验区管理委员会']],
  ])('splits %s', (column, expected) => {
    expect(names(readIssuers(column))).toEqual(expected);
  });

  it('says that 等 leaves bodies out', () => {
    const reading = readIssuers('市水务局等');
    expect(names(reading)).toEqual(['市水务局']);
    expect(reading.warnings).toEqual([{ code: 'issuers_incomplete', detail: '市水务局等' }]);
  });
});

describe('issuersOfTitle', () => {
  it.each([
    ['临澜市人民政府办公厅关于节水的通知', ['临澜市人民政府办公厅']],
    ['市财政局 市水务局关于印发《节水办法》的通知', ['市财政局', '市水务局']],
    ['市财政局、市水务局关于节水的通知', ['市财政局', '市水务局']],
  ])('takes the bodies in front of %s', (title, expected) => {
    expect(names(issuersOfTitle(title))).toEqual(expected);
    expect(issuersOfTitle(title).warnings).toMatchObject([{ code: 'issuers_from_title' }]);
  });

  it.each(['关于节水的通知', '供水管理办法', '节水三年行动方案关于水价的部分'])(
    'takes none of %s',
    (title) => {
      expect(issuersOfTitle(title)).toEqual({ issuers: [], warnings: [] });
    },
  );
});
