import { type LocalDate, localDateOf } from '@gongwen/domain';
import type { DocumentEvent, LifecycleEntry } from '@gongwen/schemas';

/** What one event did to its document’s life, read from the event itself and not from the snapshot that it carries. */
export interface Step {
  readonly version: number;
  readonly change: LifecycleEntry['change'];
  readonly day: LocalDate;
  /** The version that a reinstatement takes back. */
  readonly reverses?: number;
}

/** `undefined` for an event that changes no validity. */
export function stepOf({ type, time, data }: DocumentEvent): Step | undefined {
  const { version } = data;
  switch (type) {
    case 'cn.gongwen.document.amended.v1':
      return { version, change: 'amended', day: data.change.effectiveOn };
    case 'cn.gongwen.document.repealed.v1':
      return { version, change: 'repealed', day: data.change.effectiveOn };
    case 'cn.gongwen.document.superseded.v1':
      return { version, change: 'superseded', day: data.change.effectiveOn };
    case 'cn.gongwen.document.partially-ended.v1':
      return { version, change: 'partially_ended', day: data.change.effectiveOn };
    case 'cn.gongwen.document.renewed.v1':
      return { version, change: 'renewed', day: data.change.effectiveOn };
    case 'cn.gongwen.document.expired.v1': {
      const { cause, effectiveOn } = data.change;
      return { version, change: cause === 'term' ? 'expired' : 'declared_lapsed', day: effectiveOn };
    }
    case 'cn.gongwen.document.end-scheduled.v1': {
      const isCancelled = data.change.action === 'cancel';
      const day = isCancelled ? localDateOf(new Date(time)) : data.change.dueOn;
      return { version, change: isCancelled ? 'end_cancelled' : 'end_scheduled', day };
    }
    case 'cn.gongwen.document.reinstated.v1': {
      const { reverses, effectiveOn } = data.change;
      return { version, change: 'reinstated', day: effectiveOn, reverses };
    }
    default:
      return undefined;
  }
}
