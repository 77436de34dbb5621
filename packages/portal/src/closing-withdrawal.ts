import { type DocumentEvent, type DocumentWithdrawn, codeLists } from '@gongwen/schemas';
import { ServiceError } from '@gongwen/service-kit';

type Withdrawal = DocumentWithdrawn['data']['change'];

/**
 * For these reasons the text should never have been public, so that no restoration makes the texts from before public
 * again. What was wrong, under correction or without a basis stays part of the history.
 */
const closingReasons: ReadonlySet<Withdrawal['reasonCode']> = new Set([
  'privacy',
  'classified',
  'published_by_mistake',
]);

/** The withdrawal, when it closes the texts of all earlier versions for ever. */
export function closingWithdrawal(event: DocumentEvent): Withdrawal | undefined {
  if (event.type !== 'cn.gongwen.document.withdrawn.v1') return undefined;
  return closingReasons.has(event.data.change.reasonCode) ? event.data.change : undefined;
}

/** 410 for a text, while the document itself is public. */
export function textWithdrawn({ reasonCode, publicReason }: Withdrawal): ServiceError {
  return new ServiceError('DOCUMENT_WITHDRAWN', {
    zh: `这一文本已撤回，不再公开（${codeLists.withdrawalReason[reasonCode]}）：${publicReason}`,
    en: `This text was withdrawn for good (${reasonCode}): ${publicReason}`,
  });
}
