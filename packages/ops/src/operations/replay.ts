import { archiveEvent } from '@gongwen/archiver';
import { toIndexEntry } from '@gongwen/indexer';
import { type EventLog, type ObjectStore, type Positions, type SearchIndex, topics } from '@gongwen/ports';
import type { DocumentEvent } from '@gongwen/schemas';
import { appendReceipts, stageReceipt } from '@gongwen/service-kit';
import { type Target, followDeliveryStates } from '@gongwen/syndicator';
import { type Admitted, createLogReader } from './admitted-events.ts';
import type { CheckpointFile } from './checkpoint-file.ts';

export const sinks = ['archive', 'index', 'province'] as const;
export type Sink = (typeof sinks)[number];

/** Which events; what is not given does not narrow. */
export interface ReplayScope {
  /** ISO instants of the event, inclusive and exclusive. */
  readonly from?: string;
  readonly until?: string;
  readonly documentId?: string;
  /** Without prefix and version, e.g. `repealed`. */
  readonly type?: string;
  readonly department?: string;
}

export interface ReplayPlan {
  readonly events: number;
  readonly documents: number;
  /** sink → events that will be given to it. */
  readonly sinks: Readonly<Partial<Record<Sink, number>>>;
}

export interface ReplayOptions {
  readonly log: EventLog;
  readonly store: ObjectStore;
  readonly index: SearchIndex;
  /** The province is told again only when it is among them. */
  readonly sinks: readonly Sink[];
  readonly scope: ReplayScope;
  /** Needed when the province is a sink. */
  readonly target?: Target;
  readonly checkpoint: CheckpointFile;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly onProgress?: (done: number) => void;
}

export interface ReplayResult {
  /** sink → outcome → events. */
  readonly outcomes: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Counts what a replay would do; changes nothing. */
export async function planReplay(
  log: EventLog,
  scope: ReplayScope,
  chosen: readonly Sink[],
  signal: AbortSignal,
): Promise<ReplayPlan> {
  const reader = createLogReader(log, signal);
  const documents = new Set<string>();
  let events = 0;
  for await (const { admitted } of reader.readTo(await log.ends(topics.events))) {
    for (const { event } of admitted) {
      if (!isInScope(event, scope)) continue;
      events++;
      documents.add(event.subject);
    }
  }
  return {
    events,
    documents: documents.size,
    sinks: Object.fromEntries(chosen.map((sink) => [sink, events])),
  };
}

/** Gives the admitted events of a scope to sinks again, in the log’s order for each document. Every sink takes repeats. */
export async function replay(options: ReplayOptions): Promise<ReplayResult> {
  const { log, scope, checkpoint, signal, onProgress } = options;
  await using giver = await createGiver(options);
  const reader = createLogReader(log, signal);
  const done = checkpoint.read();
  let count = 0;
  for await (const { admitted, positions } of reader.readTo(await log.ends(topics.events))) {
    const wanted = admitted.filter((each) => isInScope(each.event, scope) && isOpen(each, done));
    for (const wave of ofDistinctDocuments(wanted)) {
      await Promise.all(wave.map(giver.give));
      onProgress?.((count += wave.length));
    }
    checkpoint.write(positions);
  }
  checkpoint.remove();
  return { outcomes: giver.outcomes };
}

export function isInScope({ time, subject, type, data }: DocumentEvent, scope: ReplayScope): boolean {
  const { from = '', until, documentId, type: wantedType, department } = scope;
  return (
    time >= from &&
    (until === undefined || time < until) &&
    (documentId === undefined || subject === documentId) &&
    (wantedType === undefined || type === `cn.gongwen.document.${wantedType}.v1`) &&
    (department === undefined || data.document.department === department)
  );
}

function isOpen({ record }: Admitted, done: Positions): boolean {
  return record.offset >= (done.get(record.partition) ?? 0);
}

const largestWave = 64;

/** Waves whose events may go side by side, because no document is in one twice. */
function* ofDistinctDocuments(events: readonly Admitted[]): Generator<readonly Admitted[]> {
  let wave = new Map<string, Admitted>();
  for (const each of events) {
    if (wave.has(each.event.subject) || wave.size >= largestWave) {
      yield [...wave.values()];
      wave = new Map();
    }
    wave.set(each.event.subject, each);
  }
  if (wave.size > 0) yield [...wave.values()];
}

/** Gives one event to every sink, and counts what came of it. */
async function createGiver({ log, store, index, sinks: chosen, target, now }: ReplayOptions) {
  const outcomes: Record<string, Record<string, number>> = {};
  const states = target && (await followDeliveryStates(log, target.name));
  const count = (sink: Sink, outcome: string) => {
    const counts = (outcomes[sink] ??= {});
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  };

  const givers: Readonly<Record<Sink, (admitted: Admitted) => Promise<string>>> = {
    async archive(admitted) {
      return (await archiveEvent(store, admitted)).outcome;
    },
    async index({ event }) {
      const [written] = await index.write([toIndexEntry(event)]);
      return written?.outcome ?? 'rejected';
    },
    async province({ event, record }) {
      if (!target || !states) throw new Error('the province is a sink, but there is no target');
      const answer = await target.send(event.id, record.value ?? new Uint8Array());
      if (answer.answer === 'unavailable') throw new Error(`${target.name} is unavailable: ${answer.reason}`);
      if (answer.answer === 'refused') return 'refused';
      const { version } = event.data;
      // what was held behind a refusal goes on from here
      if (version >= states.of(event.subject).deliveredVersion) {
        await states.record(event.subject, { deliveredVersion: version });
      }
      const facts = { stage: 'delivered', target: target.name, state: 'done' } as const;
      await appendReceipts(log, [stageReceipt({ event, record }, facts, now())]);
      return 'accepted';
    },
  };

  return {
    outcomes,
    async give(admitted: Admitted): Promise<void> {
      for (const sink of chosen) count(sink, await givers[sink](admitted));
    },
    async [Symbol.asyncDispose]() {
      await states?.[Symbol.asyncDispose]();
    },
  };
}
