import type { LocalDate, ValidityCause } from '@gongwen/domain';
import { codeLists, eventTypeNames } from '@gongwen/schemas';
import type { Trace } from '../operations/trace.ts';

/** Which text holds on the day, and when; or which is the oldest that is held. */
export function textInWords({ text, on }: Trace): string {
  const isHeld = text.from === undefined || text.from <= on;
  return `${isHeld ? '文本 text' : '该日文本未收录，最早为 not held, the oldest is'} v${text.version}${days(text)}`;
}

/** From one day to before another; empty when both are open. */
export function days({ from, until }: { readonly from?: LocalDate; readonly until?: LocalDate }): string {
  return from === undefined && until === undefined ? '' : ` [${from ?? '…'}, ${until ?? '…'})`;
}

/** Why a validity begins, and by whose decision. */
export function causeInWords(cause: ValidityCause): string {
  if (cause === 'start') return '施行 start';
  if (cause === 'term') return '有效期届满 end of term';
  if ('event' in cause) return `题注：${codeLists.historyEvent[cause.event]}`;
  const { change, version, decision, reason } = cause;
  const { title, number, documentId } = decision ?? {};
  const name = [number, title && `《${title}》`, documentId].filter(Boolean).join(' ');
  return [`v${version} ${codeLists.lifecycleChange[change]}`, reason, name].filter(Boolean).join('，');
}

/** 发布, 废止 … */
export function eventName(type: string): string {
  return Object.entries(eventTypeNames).find(([name]) => name === type)?.[1] ?? type;
}
