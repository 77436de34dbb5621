import type { TransferCommand } from '@gongwen/schemas';
import type { DocumentHead } from '../evolve.ts';
import { type Decision, accepted, issue, rejected } from './decision.ts';

/** 移交: another department answers for the document from now on, also for a withdrawn or ended one. The id stays. */
export function transfer({ document }: DocumentHead, { to, basis }: TransferCommand): Decision {
  const { department: from } = document;
  if (from === to) {
    const [zh, en] = [`文件已属于 ${to}`, `the document is with ${to} already`];
    return rejected('ILLEGAL_TRANSITION', { issues: [issue('/to', 'changes', zh, en)] });
  }
  return accepted({
    type: 'cn.gongwen.document.transferred.v1',
    document: { ...document, department: to },
    change: { from, to, basis },
  });
}
