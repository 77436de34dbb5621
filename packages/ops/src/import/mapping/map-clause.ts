import type { DocumentContent } from '@gongwen/schemas';
import { statedDayOfForce } from './day-of-force.ts';
import { type Fields, type Mapped, type Place, present, textField } from './draft.ts';
import { dayInPath } from './law-dates.ts';
import { lawKind } from './law-kind.ts';
import { readRepealSentence } from './read-targets.ts';
import { readTitle } from './read-title.ts';
import { noTitle } from './refusals.ts';
import { warning } from './warning.ts';

/**
 * A sentence of an instrument that repeals others. It is a relation of that instrument, so it is mapped to the little it
 * tells of it, and joins the instrument’s own record by its path in the collection. The day of the repeal is often in the
 * sentence before it, of which only that record knows.
 */
export function mapClause(record: Fields, place: Place): Mapped {
  const title = readTitle(textField(record, 'title'));
  if (title.title === '') return noTitle;
  const path = textField(record, 'path');
  const versionOn = dayInPath(path);
  const sentence = textField(record, 'sentence');
  const relations = readRepealSentence(sentence);
  const statedFrom = statedDayOfForce(sentence, title.title);
  const content = present<DocumentContent>({
    ...lawKind(path, title.title),
    title: title.title,
    disclosure: 'active',
    publishedOn: versionOn,
    relations,
  });
  return {
    outcome: 'document',
    draft: {
      content,
      source: { collection: 'decisions', file: place.file, row: place.line },
      warnings:
        relations.length > 0 ? title.warnings : [...title.warnings, warning('targets_incomplete', '0')],
      ...(path !== '' && { path }),
      ...(versionOn !== undefined && { versionOn }),
      ...(statedFrom !== undefined && { statedFrom }),
    },
  };
}
