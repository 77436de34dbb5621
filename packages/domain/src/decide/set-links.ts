import type { Relation, SetLinksCommand } from '@gongwen/schemas';
import type { DocumentHead } from '../evolve.ts';
import { type Decision, type Rejection, accepted, issue, rejected } from './decision.ts';
import { relationKey, withKeptRelations } from './kept-relations.ts';
import { refuseOwnRelations } from './refuse-own-relations.ts';
import { refuseWithdrawn } from './standing.ts';

const maximumPerEvent = 1_000;

/** 关联: the document’s relations become these; what has changed is told. Order is the department’s. */
export function setLinks(head: DocumentHead, { links }: SetLinksCommand): Decision {
  const before = head.document.relations ?? [];
  const wanted = withKeptRelations(links, before);
  const added = without(wanted, before);
  const removed = without(before, wanted);
  return (
    refuseWithdrawn(head) ??
    refuseOwnRelations(head.document, links, '/links') ??
    refuseTooMany(added, removed) ??
    accepted({
      type: 'cn.gongwen.document.linked.v1',
      document: { ...head.document, relations: wanted },
      change: { added, removed },
    })
  );
}

function refuseTooMany(added: readonly Relation[], removed: readonly Relation[]): Rejection | undefined {
  const changes = Math.max(added.length, removed.length);
  if (changes === 0) {
    const [zh, en] = ['关联没有变化', 'the relations are these already'];
    return rejected('ILLEGAL_TRANSITION', { issues: [issue('/links', 'changes', zh, en)] });
  }
  if (changes <= maximumPerEvent) return undefined;
  const [zh, en] = ['一次最多增删 1 000 条，请分次提交', 'at most 1 000 at a time; send several commands'];
  return rejected('SCHEMA_VIOLATION', { issues: [issue('/links', 'maxItems', zh, en)] });
}

function without(relations: readonly Relation[], others: readonly Relation[]): Relation[] {
  const known = new Set(others.map(relationKey));
  return relations.filter((relation) => !known.has(relationKey(relation)));
}
