import type { Document } from '@gongwen/schemas';
import { type Rejection, issue, rejected } from './decision.ts';

/** As many as an event holds (schema `Document`). */
const limits = { relations: 5_000, lifecycle: 1_000 } as const;

/** A list that commands add to one by one is full at last: told as a refusal, before it makes an event that is none. */
export function refuseFull(document: Document): Rejection | undefined {
  const full = (['relations', 'lifecycle'] as const).find(
    (list) => (document[list]?.length ?? 0) > limits[list],
  );
  if (full === undefined) return undefined;
  const most = limits[full];
  const [zh, en] = [`文件的 ${full} 最多 ${most} 条`, `a document has at most ${most} ${full}`];
  return rejected('ILLEGAL_TRANSITION', { issues: [issue(`/${full}`, 'maxItems', zh, en)] });
}
