import type { DocumentContent, HistoryEntry, Issuer } from '@gongwen/schemas';
import { cleanText, cut } from './clean-text.ts';
import { statedDayOfForce } from './day-of-force.ts';
import { readDecisionTargets } from './decision-targets.ts';
import { type Fields, type Mapped, type Place, isFields, present, textField, textsField } from './draft.ts';
import { congressIn, issuersIn, readHistory } from './law-history.ts';
import { maximumBodyLength } from './read-body.ts';
import { readDate } from './read-date.ts';
import { issuersOfTitle, readIssuers } from './read-issuers.ts';
import { readTitle } from './read-title.ts';
import { noTitle, tooLongBody } from './refusals.ts';
import { warning } from './warning.ts';

const maximumCaption = 5000;

/**
 * A decision that amends or repeals others: its text (`full`), a part of it (`transcribed`), or only what the history
 * lines of its targets say (`derived`).
 */
export function mapDecision(record: Fields, place: Place): Mapped {
  const title = readTitle(textField(record, 'title').replaceAll('\n', ''));
  if (title.title === '') return noTitle;
  const text = cleanText(textField(record, 'body'));
  if (text.length > maximumBodyLength) return tooLongBody;
  const targets = readDecisionTargets(record, title.title);
  const caption =
    textsField(record, 'history').join('\n') || textField(record, 'header').replaceAll('\n', '');
  const { entries } = readHistory(caption.split('\n'));
  const content = present<DocumentContent>({
    docClass: 'lifecycle_decision',
    instrumentForm: '决定',
    title: title.title,
    disclosure: 'active',
    issuers: issuersOf(record, title.title, entries),
    ...daysOf(record, entries, statedDayOfForce(text, title.title)),
    captionNote: cut(cleanText(caption), maximumCaption),
    history: [...entries],
    relations: [...targets.relations],
    body: text === '' ? undefined : { text },
  });
  const isDerived = textField(record, 'kind') === 'derived';
  const path = textField(record, 'path');
  return {
    outcome: 'document',
    draft: {
      content,
      source: { collection: 'decisions', file: place.file, row: place.line },
      warnings: [
        ...title.warnings,
        ...targets.warnings,
        ...(isDerived ? [warning('decision_from_citations')] : []),
      ],
      ...(path !== '' && { path }),
    },
  };
}

function daysOf(record: Fields, entries: readonly HistoryEntry[], stated: string | undefined) {
  const first = (event: string) => entries.find((entry) => entry.event === event)?.on;
  const [adoptedOn, approvedOn] = [first('adopted'), first('approved')];
  const promulgatedOn = dayOf(record, 'promulgatedOn') ?? first('promulgated');
  return {
    adoptedOn,
    approvedOn,
    promulgatedOn,
    issuedOn: dayOf(record, 'date') ?? adoptedOn ?? promulgatedOn,
    effectiveFrom: dayOf(record, 'effectiveFrom') ?? first('in_force') ?? stated,
  };
}

function dayOf(record: Fields, column: string): string | undefined {
  const reading = readDate(textField(record, column));
  return reading.outcome === 'date' ? reading.date : undefined;
}

/** The column, the history, the title, else who passed it as a target’s history line says. */
function issuersOf(record: Fields, title: string, entries: readonly HistoryEntry[]): Issuer[] {
  const column = readIssuers(textField(record, 'issuer')).issuers;
  if (column.length > 0) return column;
  const named = issuersOfTitle(title).issuers;
  if (named.length > 0) return named;
  const found = issuersIn(entries);
  if (found.length > 0) return found;
  const targets: unknown[] = Array.isArray(record['targets']) ? record['targets'] : [];
  const lines = targets
    .filter(isFields)
    .flatMap((target) => readHistory([textField(target, 'line')]).entries);
  const passed = lines.map(({ text = '' }) => congressIn(text)).find((name) => name !== undefined);
  return passed === undefined ? [] : [{ name: passed }];
}
