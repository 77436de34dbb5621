import type { Document } from '@gongwen/schemas';
import type { LocalDate } from './local-date.ts';
import { startOf } from './validity-on.ts';

/** How long the text of one version holds: `from` is inclusive, `until` exclusive; absent = open. */
export interface TextSpan {
  readonly version: number;
  readonly from?: LocalDate;
  readonly until?: LocalDate;
}

/**
 * Every text that is held and the days on which it held, in order of time. An amendment gives way to the next one’s day;
 * a correction counts from the beginning, because it says what the text always meant. An import often brings a text of
 * later days only: then the first span begins there.
 *
 * @param newest the version of `document`
 */
export function textSpans(document: Document, newest: number): readonly [TextSpan, ...TextSpan[]] {
  const [first, ...rest] = amendedSpans(document, newest);
  const { textFrom } = document.provenance ?? {};
  const start = startOf(document);
  if (textFrom === undefined || start === undefined || textFrom <= start) return [first, ...rest];
  const [held = first, ...later] = [first, ...rest].filter(
    ({ until }) => until === undefined || until > textFrom,
  );
  return [{ ...held, from: textFrom }, ...later];
}

/** The text of a civil date; that of the first days that are held when the date lies before them. */
export function textOn(document: Document, newest: number, date: LocalDate): TextSpan {
  const [first, ...rest] = textSpans(document, newest);
  return rest.findLast(({ from }) => from !== undefined && from <= date) ?? first;
}

/** When the text that a version shows held. */
export function textOfVersion(document: Document, newest: number, version: number): TextSpan {
  const spans = textSpans(document, newest);
  return spans.find((span) => span.version >= version) ?? spans[0];
}

function amendedSpans({ lifecycle }: Document, newest: number): readonly [TextSpan, ...TextSpan[]] {
  const amended = lifecycle.filter(({ change }) => change === 'amended');
  const days = [...new Set(amended.map(({ effectiveOn }) => effectiveOn))].toSorted();
  // the last version before the first amendment that takes effect only later
  const versionOn = (date: LocalDate) => {
    const later = amended.filter(({ effectiveOn }) => effectiveOn > date);
    return Math.max(1, Math.min(newest, ...later.map(({ version }) => version - 1)));
  };
  const starts = days.map((from) => ({ version: versionOn(from), from }));
  const first = { version: versionOn('0000-00-00') };
  const changes = starts.filter(({ version }, index) => version !== (starts[index - 1] ?? first).version);
  const untilOf = (index: number) => (changes[index] ? { until: changes[index].from } : {});
  return [{ ...first, ...untilOf(0) }, ...changes.map((span, index) => ({ ...span, ...untilOf(index + 1) }))];
}
