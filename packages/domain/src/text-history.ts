import type { LifecycleEntry } from '@gongwen/schemas';
import type { LocalDate } from './local-date.ts';

/** How long the text of one version holds: `from` is inclusive, `until` exclusive; absent = open. */
export interface TextSpan {
  readonly version: number;
  readonly from?: LocalDate;
  readonly until?: LocalDate;
}

/**
 * The version whose text holds on a civil date: the last one before the first amendment that takes effect only later.
 * Corrections count from the beginning, because they say what the text always meant.
 */
export function textVersionOn(lifecycle: readonly LifecycleEntry[], newest: number, date: LocalDate): number {
  const later = lifecycle.filter(({ change, effectiveOn }) => change === 'amended' && effectiveOn > date);
  return Math.max(1, Math.min(newest, ...later.map(({ version }) => version - 1)));
}

/** Every text and the days on which it holds, in order of time. */
export function textSpans(lifecycle: readonly LifecycleEntry[], newest: number): TextSpan[] {
  const days = lifecycle.flatMap(({ change, effectiveOn }) => (change === 'amended' ? [effectiveOn] : []));
  const spans: { version: number; from?: LocalDate; until?: LocalDate }[] = [
    { version: textVersionOn(lifecycle, newest, '0000-00-00') },
  ];
  for (const from of [...new Set(days)].toSorted()) {
    const version = textVersionOn(lifecycle, newest, from);
    const last = spans.at(-1);
    if (last === undefined || last.version === version) continue;
    last.until = from;
    spans.push({ version, from });
  }
  return spans;
}
