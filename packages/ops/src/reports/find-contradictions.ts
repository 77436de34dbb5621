import type { Document } from '@gongwen/schemas';
import type { Finding } from './finding.ts';
import type { Library } from './library.ts';

/** Dates that cannot both be true, and a source’s word on the validity that dates or events do not bear out. */
export function findContradictions({ published, today }: Library): Finding[] {
  return published.flatMap((document) => [
    ...contradictoryDates(document).map((detail) => ({
      rule: 'contradictory_dates' as const,
      document,
      detail,
    })),
    ...contradictoryValidity(document, today).map((detail) => ({
      rule: 'contradictory_validity' as const,
      document,
      detail,
    })),
  ]);
}

function contradictoryDates({ effectiveFrom, effectiveUntil, issuedOn, publishedOn }: Document): string[] {
  return [
    ...isBefore(effectiveUntil, effectiveFrom, '有效期至 {} 早于施行日期 {}'),
    ...isBefore(publishedOn, issuedOn, '发布日期 {} 早于成文日期 {}'),
  ];
}

function isBefore(one: string | undefined, other: string | undefined, words: string): string[] {
  if (one === undefined || other === undefined || one >= other) return [];
  return [words.replace('{}', one).replace('{}', other)];
}

function contradictoryValidity({ provenance, effectiveUntil, lifecycle }: Document, today: string): string[] {
  const { state, label } = provenance?.statedValidity ?? {};
  const words = label ?? (state === 'ended' ? '已失效' : '有效');
  if (state === 'in_force' && effectiveUntil !== undefined && effectiveUntil < today) {
    return [`来源称“${words}”，但有效期已于 ${effectiveUntil} 届满`];
  }
  if (state === 'ended' && lifecycle.length === 0) return [`来源称“${words}”，但没有任何废止或失效的记录`];
  return [];
}
