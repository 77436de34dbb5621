import type { Document } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { validityHistory } from './validity-history.ts';

const document = (given: Partial<Document>): Document => ({
  documentId: 'll-gov:1',
  department: 'll-gov',
  title: '临澜市供水管理办法',
  docClass: 'government_rule',
  disclosure: 'active',
  publication: { state: 'published' },
  textVersion: 1,
  lifecycle: [],
  effectiveFrom: '2020-01-01',
  ...given,
});

describe('validityHistory', () => {
  it('says what each period began with: 施行, a decision, the end of the term', () => {
    const amended = {
      change: 'amended' as const,
      version: 2,
      effectiveOn: '2022-03-01',
      decision: { title: '修改的决定' },
    };
    const periods = validityHistory(document({ lifecycle: [amended], effectiveUntil: '2024-12-31' }));
    expect(periods).toEqual([
      { validity: 'not_yet_effective', until: '2020-01-01', because: [] },
      { validity: 'in_force', from: '2020-01-01', until: '2022-03-01', because: ['start'] },
      { validity: 'in_force_amended', from: '2022-03-01', until: '2025-01-01', because: [amended] },
      { validity: 'expired', from: '2025-01-01', because: ['term'] },
    ]);
  });

  it('says what the 题注 tells of the time before this system', () => {
    const revised = { on: '2021-03-01', event: 'revised' as const, text: '修订' };
    const periods = validityHistory(document({ history: [{ on: '2019-12-01', event: 'adopted' }, revised] }));
    expect(periods.at(-1)).toEqual({ validity: 'in_force_amended', from: '2021-03-01', because: [revised] });
  });

  it('names the event of an end rather than the term that it repeats', () => {
    const expired = { change: 'expired' as const, version: 2, effectiveOn: '2025-01-01' };
    const periods = validityHistory(document({ lifecycle: [expired], effectiveUntil: '2024-12-31' }));
    expect(periods.at(-1)?.because).toEqual([expired]);
  });
});
