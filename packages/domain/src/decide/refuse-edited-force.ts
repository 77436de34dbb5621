import type { Document, DocumentChanges, Issue } from '@gongwen/schemas';
import type { DocumentHead } from '../evolve.ts';
import type { LocalDate } from '../local-date.ts';
import { isEnded, validityOn } from '../validity-on.ts';
import { type Rejection, issue, rejected } from './decision.ts';

/**
 * Refuses an edit of fields that ends a document, brings an ended one back, or takes it out of what can be in force:
 * each of these has its own command, which says why and by whom. An import alone may state that a document has ended.
 */
export function refuseEditedForce(
  { document }: DocumentHead,
  edited: Document,
  changes: DocumentChanges | undefined,
  today: LocalDate,
): Rejection | undefined {
  const [before, after] = [validityOn(document, today), validityOn(edited, today)];
  const refused = (fault: Issue) => rejected('ILLEGAL_TRANSITION', { validity: before, issues: [fault] });
  if (isEnded(before)) return isEnded(after) ? undefined : refused(revival);
  if (changes?.provenance) return undefined;
  if (isEnded(after)) return refused(ending);
  return after === 'not_applicable' && before !== after ? refused(declassing) : undefined;
}

const revival = issue(
  '/changes',
  'ended',
  '已失去效力的文件不能以修改字段的方式恢复效力；请用“恢复效力”（reinstate）',
  'an edit cannot bring an ended document back into force; reinstate it',
);

const ending = issue(
  '/changes',
  'inForce',
  '不能以修改字段的方式使文件失去效力；请用“失效”（expire）或“废止”（repeal）',
  'an edit cannot end a document; expire or repeal it',
);

const declassing = issue(
  '/changes/docClass',
  'inForce',
  '有效力的文件不能改为无效力之分的类别；请撤回（withdraw）后另行发布',
  'an edit cannot make a document in force one without validity; withdraw it and publish another',
);
