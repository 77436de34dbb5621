import type { Document, LifecycleEntry } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { textOfVersion, textOn, textSpans } from './text-history.ts';

const amended = (version: number, effectiveOn: string): LifecycleEntry => ({
  change: 'amended',
  version,
  effectiveOn,
});

const law = (lifecycle: LifecycleEntry[], textFrom?: string): Document => ({
  documentId: 'll-npc:1',
  department: 'll-npc',
  title: '临澜市供水条例',
  docClass: 'local_regulation',
  disclosure: 'active',
  publication: { state: 'published' },
  textVersion: 1,
  effectiveFrom: '2006-01-01',
  lifecycle,
  provenance: { sources: [], gaps: [], ...(textFrom !== undefined && { textFrom }) },
});

describe('textSpans', () => {
  it('is one text without amendments', () => {
    expect(textSpans(law([]), 3)).toEqual([{ version: 3 }]);
  });

  it('gives each text the days between the amendments before and after it', () => {
    const amendedTwice = law([amended(2, '2012-05-01'), amended(4, '2019-01-01')]);
    expect(textSpans(amendedTwice, 5)).toEqual([
      { version: 1, until: '2012-05-01' },
      { version: 3, from: '2012-05-01', until: '2019-01-01' },
      { version: 5, from: '2019-01-01' },
    ]);
    expect([1, 2, 3, 4, 5].map((version) => textOfVersion(amendedTwice, 5, version).version)).toEqual([
      1, 3, 3, 5, 5,
    ]);
  });

  it('future version already adopted: today’s text holds until its day', () => {
    const document = law([amended(2, '2027-01-01')]);
    expect(textOn(document, 2, '2026-12-31').version).toBe(1);
    expect(textOn(document, 2, '2027-01-01').version).toBe(2);
  });

  it('agrees with textOn on every boundary', () => {
    const document = law([amended(2, '2019-01-01'), amended(3, '2012-05-01'), amended(5, '2012-05-01')]);
    for (const { version, from, until } of textSpans(document, 6)) {
      if (from) expect(textOn(document, 6, from).version).toBe(version);
      if (until) expect(textOn(document, 6, until).version).not.toBe(version);
    }
  });

  it('begins where an imported text begins, whatever the decisions of the years before have changed', () => {
    const lifecycle = [amended(2, '2010-01-01'), amended(3, '2018-03-30')];
    expect(textSpans(law(lifecycle, '2018-03-30'), 3)).toEqual([{ version: 3, from: '2018-03-30' }]);
    expect(textOn(law(lifecycle, '2018-03-30'), 3, '2012-01-01')).toEqual({ version: 3, from: '2018-03-30' });
  });

  it('is open when the imported text is the first one', () => {
    expect(textSpans(law([], '2005-12-20'), 1)).toEqual([{ version: 1 }]);
  });
});
