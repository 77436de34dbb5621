import { type LocalDate, addDays } from '@gongwen/domain';
import type { Document } from '@gongwen/schemas';
import type { Finding } from './finding.ts';
import type { Library } from './library.ts';

/** 解读 follows within three days of publication unless the plan names a day. */
const daysToInterpret = 3;

/** Documents whose plan requires an interpretation that has not come in time. */
export function findLateInterpretations(library: Library): Finding[] {
  const interpreted = interpretedDocuments(library);
  return library.published.flatMap((document) => {
    const dueOn = dueDayOf(document);
    const isLate = dueOn !== undefined && dueOn < library.today;
    if (!isLate || interpreted.has(document.documentId)) return [];
    return [{ rule: 'late_interpretation', document, detail: `最迟应于 ${dueOn} 解读` }];
  });
}

function dueDayOf({ interpretationPlan: plan, publishedOn }: Document): LocalDate | undefined {
  if (!plan?.required) return undefined;
  return plan.dueOn ?? (publishedOn === undefined ? undefined : addDays(publishedOn, daysToInterpret));
}

/** Either side may state the link. */
function interpretedDocuments(library: Library): ReadonlySet<string> {
  const interpreted = library.published.flatMap((document) =>
    (document.relations ?? []).flatMap(({ type, target }) => {
      if (type === 'interpreted_by') return [document];
      return type === 'interprets' ? library.meantBy(target, document) : [];
    }),
  );
  return new Set(interpreted.map(({ documentId }) => documentId));
}
