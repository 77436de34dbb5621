import type { LifecycleEntry } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { textSpans, textVersionOn } from './text-history.ts';

const amended = (version: number, effectiveOn: string): LifecycleEntry => ({
  change: 'amended',
  version,
  effectiveOn,
});

describe('textSpans', () => {
  it('is one text without amendments', () => {
    expect(textSpans([], 3)).toEqual([{ version: 3 }]);
  });

  it('gives each text the days between the amendments before and after it', () => {
    const lifecycle = [amended(2, '2012-05-01'), amended(4, '2019-01-01')];
    expect(textSpans(lifecycle, 5)).toEqual([
      { version: 1, until: '2012-05-01' },
      { version: 3, from: '2012-05-01', until: '2019-01-01' },
      { version: 5, from: '2019-01-01' },
    ]);
  });

  it('future version already adopted: today’s text holds until its day', () => {
    const lifecycle = [amended(2, '2027-01-01')];
    expect(textVersionOn(lifecycle, 2, '2026-12-31')).toBe(1);
    expect(textVersionOn(lifecycle, 2, '2027-01-01')).toBe(2);
  });

  it('agrees with textVersionOn on every boundary', () => {
    const lifecycle = [amended(2, '2019-01-01'), amended(3, '2012-05-01'), amended(5, '2012-05-01')];
    for (const { version, from, until } of textSpans(lifecycle, 6)) {
      if (from) expect(textVersionOn(lifecycle, 6, from)).toBe(version);
      if (until) expect(textVersionOn(lifecycle, 6, until)).not.toBe(version);
    }
  });
});
