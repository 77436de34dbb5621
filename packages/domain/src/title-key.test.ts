import { describe, expect, it } from 'vitest';
import { areSimilar, titleKey } from './title-key.ts';

describe('titleKey', () => {
  it.each([
    ['市水务局关于落实《节水规划》的意见', '关于落实〈节水规划〉的意见'],
    ['关于节水 工作的通知', '关于节水工作的通知'],
    ['节水规划（2016—2020年）', '节水规划(2016-2020年)'],
    ['中华人民共和国供水条例', '供水条例'],
    ['关於節水的通知', '关于节水的通知'],
  ])('is the same for %s and %s', (one, other) => {
    expect(titleKey(one)).toBe(titleKey(other));
  });

  it('differs for another year', () => {
    expect(titleKey('节水规划（2016—2020年）')).not.toBe(titleKey('节水规划（2021—2025年）'));
  });
});

describe('areSimilar', () => {
  it.each([
    ['同意将临澜市作为节水示范市的通知', '同意将澜海省临澜市作为国家节水示范市的通知', true],
    ['延边县供水一期项目收益债券核准的批复', '盐边县供水一期项目收益债券核准的批复', true],
    ['发行债券核准的批复', '发行债券核准的批复信息概要', true],
    ['进一步做好退耕还林成果巩固工作的通知', '做好退耕还林工程大户承包管理工作的通知', false],
    ['节水的通知', '供水价格的批复', false],
  ])('%s / %s: %s', (one, other, expected) => {
    expect(areSimilar(one, other)).toBe(expected);
  });
});
