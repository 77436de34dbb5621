import { describe, expect, it } from 'vitest';
import { readHistory } from './law-history.ts';
import { isStartOfLaw } from './start-of-law.ts';

const isStart = (day: string, ...lines: string[]) => isStartOfLaw(day, readHistory(lines).entries);
const passed = '1996年3月17日 临澜市第八届人民代表大会第四次会议通过';
const revised = '1997年1月22日 临澜市第八届人民代表大会第五次会议修订';

describe('isStartOfLaw', () => {
  it('is a day soon after the law was passed, or before', () => {
    expect(isStart('1996-10-01', passed)).toBe(true);
    expect(isStart('1996-01-01', passed)).toBe(true);
    expect(isStart('2021-07-15', passed)).toBe(false);
  });

  it('is not the day of a revision of the whole law, however soon', () => {
    expect(isStart('1996-10-01', passed, revised)).toBe(true);
    expect(isStart('1997-07-01', passed, revised)).toBe(false);
  });

  it('may come after a decision that has changed single articles', () => {
    const amended = '1997年1月22日 《关于修改〈供水条例〉的决定》修订';
    expect(isStart('1997-07-01', passed, amended)).toBe(true);
  });

  it('is that of the revision with which a history begins', () => {
    expect(isStart('1997-07-01', revised)).toBe(true);
  });

  it('may be any day of a law of which nothing is known', () => {
    expect(isStart('1997-07-01')).toBe(true);
  });
});
