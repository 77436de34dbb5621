import type { Document, DocumentReference } from '@gongwen/schemas';
import type { DocumentHead } from '../evolve.ts';
import type { LocalDate } from '../local-date.ts';
import { isReferenceTo } from '../match-reference.ts';
import { endingOn, isEnded, validityOn } from '../validity-on.ts';
import { type DecisionContext, type Rejection, issue, rejected } from './decision.ts';

const farFuture = '9999-12-31';

/** Refuses a decision or successor that is the document itself, cited by its id or by its 文号. */
export function refuseItself(
  { document }: Pick<DocumentHead, 'document'>,
  other: DocumentReference,
  pointer: string,
): Rejection | undefined {
  if (!isReferenceTo(document, other)) return undefined;
  const [zh, en] = ['文件不能以自身为依据', 'a document cannot end or replace itself'];
  return rejected('ILLEGAL_TRANSITION', {
    issues: [
      issue(
        `${pointer}/${other.documentId === undefined ? 'number' : 'documentId'}`,
        'otherDocument',
        zh,
        en,
      ),
    ],
  });
}

/** Refuses what cannot be done to a withdrawn document. */
export function refuseWithdrawn({ document }: DocumentHead): Rejection | undefined {
  if (document.publication.state === 'published') return undefined;
  return rejected('ILLEGAL_TRANSITION', {
    issues: [issue('', 'published', '文件已撤回；请先恢复', 'the document is withdrawn; restore it first')],
  });
}

/** Refuses to end a document again, also when its end lies in the future. A term is no such end: it can be cut short. */
export function refuseEnded({ document }: DocumentHead): Rejection | undefined {
  const ending = endingOn(document, farFuture);
  if (ending === undefined) return undefined;
  return rejected('ILLEGAL_TRANSITION', {
    validity: validityOn(document, ending.effectiveOn),
    issues: [
      issue(
        '',
        'inForce',
        `文件已于 ${ending.effectiveOn} 终止效力`,
        `the document’s force ends on ${ending.effectiveOn}`,
      ),
    ],
  });
}

/** Refuses a change that would take effect when the document is no longer in force, by decision or by term. */
export function refuseEndedOn(
  { document }: DocumentHead,
  date: LocalDate,
  pointer = '/effectiveOn',
): Rejection | undefined {
  const validity = validityOn(document, date);
  if (!isEnded(validity)) return undefined;
  return rejected('ILLEGAL_TRANSITION', {
    validity,
    issues: [
      issue(pointer, 'inForce', `${date} 时文件已失去效力`, `the document is not in force on ${date}`),
    ],
  });
}

/** The head as its events alone tell: a decision of the past may explain an end that an import only states. */
export function withoutStatedEnd(
  head: DocumentHead,
  effectiveOn: LocalDate,
  { today }: DecisionContext,
): DocumentHead {
  const { provenance } = head.document;
  // an end that is still to come would bring the document back until then
  if (provenance?.statedValidity?.state !== 'ended' || effectiveOn > today) return head;
  const { statedValidity: _stated, ...rest } = provenance;
  return { ...head, document: { ...head.document, provenance: rest } };
}

/** Refuses an effect that lies before the document was issued. */
export function refuseBeforeIssue(document: Document, effectiveOn: LocalDate): Rejection | undefined {
  const { issuedOn } = document;
  if (issuedOn === undefined || effectiveOn >= issuedOn) return undefined;
  return rejected('DATE_INVALID', {
    issues: [
      issue(
        '/effectiveOn',
        'dateOrder',
        `早于成文日期（${issuedOn}）`,
        `lies before the date of issue (${issuedOn})`,
      ),
    ],
  });
}

/** Refuses a lapse of what has not come into force by then; only a repeal may come before. */
export function refuseBeforeEffect(
  { effectiveFrom }: Document,
  effectiveOn: LocalDate,
  pointer = '/effectiveOn',
): Rejection | undefined {
  if (effectiveFrom === undefined || effectiveOn >= effectiveFrom) return undefined;
  return rejected('DATE_INVALID', {
    issues: [
      issue(
        pointer,
        'dateOrder',
        `早于施行日期（${effectiveFrom}）`,
        `lies before it takes effect (${effectiveFrom})`,
      ),
    ],
  });
}
