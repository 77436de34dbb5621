import type { DocumentContent } from '@gongwen/schemas';
import { cleanText, cut } from './clean-text.ts';
import { type Fields, type Mapped, type Place, isFields, present, textField, textsField } from './draft.ts';
import { statedDayOfForce } from './day-of-force.ts';
import { lawDates } from './law-dates.ts';
import { lawKind } from './law-kind.ts';
import { issuersIn, orderNumberIn, originalEvents, readHistory } from './law-history.ts';
import { maximumBodyLength } from './read-body.ts';
import { isDocumentNumber, readTitle } from './read-title.ts';
import { readNumber } from './read-number.ts';
import { noTitle, tooLongBody } from './refusals.ts';
import { type Warning, warning } from './warning.ts';

const collection = 'laws';
const maximumCaption = 5000;

/** A record of a collection of laws: `path`, `title`, `history` and `body`, in some also `meta`. */
export function mapLaw(record: Fields, place: Place): Mapped {
  const title = readTitle(textField(record, 'title'));
  if (title.title === '') return noTitle;
  const text = cleanText(textField(record, 'body').replaceAll(/^#{1,6}\s+/gm, ''));
  if (text.length > maximumBodyLength) return tooLongBody;
  const path = textField(record, 'path');
  const meta = isFields(record['meta']) ? record['meta'] : {};
  const lines = textsField(record, 'history');
  const history = readHistory(lines);
  const statedFrom = statedDayOfForce(text, title.title);
  const dates = lawDates(history.entries, meta, path, statedFrom);
  const number = readNumber(
    orderNumberIn(originalEvents(history.entries)) ?? lines.find(isDocumentNumber) ?? '',
  );
  const issuers = issuersIn(history.entries);
  const content: DocumentContent = present<DocumentContent>({
    ...lawKind(path, title.title, issuers[0]?.name),
    title: title.title,
    disclosure: 'active',
    documentNumber: number.number,
    captionNote: cut(cleanText(lines.join('\n')), maximumCaption),
    issuers,
    ...dates.content,
    history: [...history.entries],
    body: text === '' ? undefined : { text },
  });
  const warnings = [title, number, dates].flatMap((part) => part.warnings);
  return {
    outcome: 'document',
    draft: {
      content,
      source: { collection, file: place.file, row: place.line },
      warnings: [...warnings, ...historyWarnings(history.unreadable)],
      ...(path !== '' && { path }),
      ...(dates.versionOn !== undefined && { versionOn: dates.versionOn }),
      ...(dates.versionFrom !== undefined && { versionFrom: dates.versionFrom }),
      ...(statedFrom !== undefined && { statedFrom }),
      originDays: dates.originDays,
      ...statedValidity(meta),
    },
  };
}

function statedValidity(meta: Fields) {
  if (meta['expired'] === 1) return { statedValidity: { state: 'ended', label: '已失效' } as const };
  if (meta['expired'] === 0) return { statedValidity: { state: 'in_force', label: '有效' } as const };
  return {};
}

function historyWarnings(unreadable: readonly string[]): Warning[] {
  return unreadable.map((words) => warning('history_unreadable', cut(words, 100)));
}
