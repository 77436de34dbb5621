import type { Document, DocumentReference } from '@gongwen/schemas';
import { titleKey } from './title-key.ts';

/** The instrument that a citation names of a carrier with several: it alone is meant, the others live on. */
export function instrumentMeant(
  { title }: DocumentReference,
  { title: ofCarrier, instruments = [] }: Pick<Document, 'title' | 'instruments'>,
): string | undefined {
  if (title === undefined || instruments.length < 2 || titleKey(title) === titleKey(ofCarrier))
    return undefined;
  return instruments.find((one) => titleKey(one.title) === titleKey(title))?.title;
}
