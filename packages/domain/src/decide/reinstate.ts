import type { Document, ReinstateCommand } from '@gongwen/schemas';
import type { DocumentHead } from '../evolve.ts';
import { reversedVersions } from '../reversed-versions.ts';
import { isEnded, validityOn } from '../validity-on.ts';
import { type Decision, type Rejection, accepted, issue, rejected } from './decision.ts';
import { refuseBeforeIssue, refuseWithdrawn } from './standing.ts';

/**
 * 恢复效力: takes back the event that ended the document, on the authority of a review, a court or an error found. It
 * must then be in force; when its term is over, too, it needs a new one. The past stays as it was.
 */
export function reinstate(head: DocumentHead, command: ReinstateCommand): Decision {
  const { reverses, basis, authority, effectiveOn, effectiveUntil } = command;
  const document: Document = {
    ...head.document,
    ...(effectiveUntil !== undefined && { effectiveUntil }),
    lifecycle: [
      ...head.document.lifecycle,
      { change: 'reinstated', effectiveOn, version: head.version + 1, reverses },
    ],
  };
  return (
    refuseWithdrawn(head) ??
    refuseBeforeIssue(head.document, effectiveOn) ??
    refuseNothingToReverse(head.document, reverses) ??
    refuseStillEnded(document, effectiveOn) ??
    accepted({
      type: 'cn.gongwen.document.reinstated.v1',
      document,
      change: { reverses, basis, authority, effectiveOn },
    })
  );
}

function refuseNothingToReverse({ lifecycle }: Document, reverses: number): Rejection | undefined {
  const reversible = lifecycle.filter(({ change }) => reversibleChanges.has(change));
  const isThere = reversible.some(({ version }) => version === reverses);
  const isReversed = reversedVersions(lifecycle).has(reverses);
  if (isThere && !isReversed) return undefined;
  const versions = reversible.map(({ version }) => version).join('、');
  const [zh, en] = isReversed
    ? [`第 ${reverses} 版的终止已被撤销`, `the end by version ${reverses} has been taken back already`]
    : [
        `第 ${reverses} 版没有终止效力（可撤销的：${versions || '无'}）`,
        `version ${reverses} ended nothing (what did: ${versions || 'none'})`,
      ];
  return rejected('ILLEGAL_TRANSITION', { issues: [issue('/reverses', 'ended', zh, en)] });
}

const reversibleChanges: ReadonlySet<string> = new Set([
  'repealed',
  'superseded',
  'expired',
  'declared_lapsed',
  'end_scheduled',
  'partially_ended',
]);

function refuseStillEnded(document: Document, effectiveOn: string): Rejection | undefined {
  const validity = validityOn(document, effectiveOn);
  if (!isEnded(validity)) return undefined;
  const isOver = document.effectiveUntil !== undefined && document.effectiveUntil < effectiveOn;
  const [zh, en] = isOver
    ? ['有效期也已届满，请给出新的有效期', 'its term is over, too: give a new one']
    : ['仍因另一事件失去效力', 'another event has ended it, too'];
  return rejected('ILLEGAL_TRANSITION', {
    validity,
    issues: [issue(isOver ? '/effectiveUntil' : '/reverses', 'inForce', zh, en)],
  });
}
