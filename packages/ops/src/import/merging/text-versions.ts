import type { AmendCommand, DocumentContent, DocumentReference } from '@gongwen/schemas';
import { cut } from '../mapping/clean-text.ts';
import { type Draft, present } from '../mapping/draft.ts';
import { isChange } from '../mapping/law-history.ts';

type Rows = readonly [Draft, ...Draft[]];

const maximumNote = 5000;

/**
 * The rows of a document by version of its text, the oldest first. Only collections of laws have versions; a row that
 * brings no text belongs to the oldest. Of a law that is no longer in force only the newest text counts, since what has
 * ended is changed no more.
 */
export function textVersions(drafts: Rows): readonly Rows[] {
  const laws = drafts.filter(({ originDays, content }) => originDays && content.body);
  const days = [...new Set(laws.flatMap(({ versionOn }) => versionOn ?? []))].toSorted();
  const newest = laws.find(({ versionOn }) => versionOn === days.at(-1));
  const counted = newest?.statedValidity?.state === 'ended' ? days.slice(-1) : days;
  const [oldest] = counted;
  if (oldest === undefined || days.length === 1) return [drafts];
  const dayOf = ({ versionOn, content }: Draft) =>
    content.body && versionOn !== undefined && days.includes(versionOn) ? versionOn : oldest;
  return counted.flatMap((day) => {
    const [first, ...rest] = drafts.filter((draft) => dayOf(draft) === day);
    return first ? [[first, ...rest] as const] : [];
  });
}

/**
 * What made a version of what was there before: the last change that its history tells. Its provenance says that this is
 * an import, of a text that nobody reviews today.
 */
export function amendmentTo(
  version: Draft,
  expectedVersion: number,
  provenance: DocumentContent['provenance'],
): AmendCommand {
  const { content, versionOn, versionFrom } = version;
  const { body, captionNote, history } = content;
  const change = content.history?.findLast(isChange);
  const effectiveOn = versionFrom ?? versionOn ?? change?.on;
  if (effectiveOn === undefined) throw new Error(`a version of ${content.title} has no day`);
  const decision = change && decisionIn(change.text ?? '', change.on);
  return {
    expectedVersion,
    kind: change?.event === 'revised' ? 'revision' : 'amendment',
    effectiveOn,
    note: cut(change ? `${change.on} ${change.text ?? ''}`.trim() : `${versionOn} 文本`, maximumNote),
    ...(decision && { decision }),
    changes: present({ body, captionNote, history, provenance }),
  };
}

/** “《…的决定》第二次修正” names the decision; an order (令) without a title is not looked for. */
function decisionIn(text: string, issuedOn: string): DocumentReference | undefined {
  const [, title] = /《((?:[^《》]|《[^《》]*》)+的决定)》/.exec(text) ?? [];
  return title === undefined ? undefined : { title: cut(title, 500), issuedOn };
}
