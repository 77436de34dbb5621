import { type ChangeDisclosureCommand, codeLists } from '@gongwen/schemas';
import type { DocumentHead } from '../evolve.ts';
import { type Decision, type Rejection, accepted, issue, rejected } from './decision.ts';

/**
 * 公开属性变更. What is published is for active disclosure, so a document goes first (withdrawal) and is then
 * reclassified; and 依申请公开 turns to 主动公开 before it is restored.
 */
export function changeDisclosure(head: DocumentHead, { to, basis }: ChangeDisclosureCommand): Decision {
  const { disclosure: from } = head.document;
  return (
    refuseSame(from, to) ??
    refusePublished(head, to) ??
    accepted({
      type: 'cn.gongwen.document.disclosure-changed.v1',
      document: { ...head.document, disclosure: to },
      change: { from, to, basis },
    })
  );
}

type Disclosure = ChangeDisclosureCommand['to'];

function refuseSame(from: Disclosure, to: Disclosure): Rejection | undefined {
  if (from !== to) return undefined;
  const [zh, en] = [`公开属性已是“${codeLists.disclosure[to]}”`, 'the attribute is that already'];
  return rejected('ILLEGAL_TRANSITION', { issues: [issue('/to', 'changes', zh, en)] });
}

function refusePublished({ document }: DocumentHead, to: Disclosure): Rejection | undefined {
  if (document.publication.state === 'withdrawn' || to === 'active') return undefined;
  const [zh, en] = ['文件正在公开；请先撤回', 'the document is published; withdraw it first'];
  return rejected('DISCLOSURE_FORBIDS', { issues: [issue('/to', 'withdrawn', zh, en)] });
}
