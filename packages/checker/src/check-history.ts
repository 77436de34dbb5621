import type { ClientOperation } from './client-history.ts';
import type { Comparison } from './compare-stores.ts';
import type { LogFacts } from './fold-log.ts';

/** What must never be (FAULTS §7.1). */
export interface Finding {
  readonly kind: 'lost' | 'duplicate' | 'phantom' | 'non_monotonic' | 'drift';
  readonly documentId: string;
  readonly detail: string;
}

/** A version that somebody saw, in the order in which it was seen there. */
export interface Observation {
  /** Where, e.g. `province`, `index`. */
  readonly place: string;
  readonly documentId: string;
  readonly version: number;
}

export interface Evidence {
  readonly operations: readonly ClientOperation[];
  readonly facts: LogFacts;
  readonly comparison: Comparison;
  readonly observations: readonly Observation[];
}

/** Holds every answer that was given to a client, and everything that was seen meanwhile, against the log. */
export function checkHistory({ operations, facts, comparison, observations }: Evidence): readonly Finding[] {
  return [
    ...lostWrites(operations, facts),
    ...duplicates(operations, facts),
    ...phantoms(operations, facts),
    ...steps(observations),
    ...comparison.differences.map(({ documentId, sink, expected, found }) => ({
      kind: 'drift' as const,
      documentId,
      detail: `${sink} has ${found}, the log ${expected}`,
    })),
    ...comparison.alarms.map((alarm) => ({ kind: 'drift' as const, documentId: '', detail: alarm })),
  ];
}

/** Answered with a receipt, but not in the log at that version. */
function lostWrites(operations: readonly ClientOperation[], { documents }: LogFacts): Finding[] {
  return operations.flatMap(({ outcome, documentId, version = 0, eventId = '' }) => {
    if (outcome !== 'ok') return [];
    const admitted = documents.get(documentId)?.[version - 1];
    if (admitted?.eventId === eventId) return [];
    const detail = `version ${version} was answered with ${eventId}, the log has ${admitted?.eventId ?? 'nothing'}`;
    return [{ kind: 'lost', documentId, detail } as const];
  });
}

/** One key that led to two events, or one event that holds two versions. */
function duplicates(operations: readonly ClientOperation[], { documents }: LogFacts): Finding[] {
  const eventsByKey = new Map<string, string>();
  const twice = operations.flatMap(({ outcome, documentId, idempotencyKey, eventId = '' }) => {
    if (outcome !== 'ok') return [];
    const before = eventsByKey.get(`${documentId} ${idempotencyKey}`);
    eventsByKey.set(`${documentId} ${idempotencyKey}`, eventId);
    if (before === undefined || before === eventId) return [];
    return [
      {
        kind: 'duplicate',
        documentId,
        detail: `key ${idempotencyKey} led to ${before} and ${eventId}`,
      } as const,
    ];
  });
  const repeated = [...documents].flatMap(([documentId, versions]) =>
    new Set(versions.map(({ eventId }) => eventId)).size === versions.length
      ? []
      : [{ kind: 'duplicate', documentId, detail: 'one event holds two versions' } as const],
  );
  return [...twice, ...repeated];
}

/** In the log, although no client was told so; documents with an operation of unknown outcome may have one. */
function phantoms(operations: readonly ClientOperation[], { documents }: LogFacts): Finding[] {
  const answered = new Set(operations.flatMap(({ eventId }) => eventId ?? []));
  const undecided = new Set(
    operations.filter(({ outcome }) => outcome === 'unknown').map(({ documentId }) => documentId),
  );
  return [...documents].flatMap(([documentId, versions]) =>
    undecided.has(documentId)
      ? []
      : versions
          .filter(({ eventId }) => !answered.has(eventId))
          .map(({ version, eventId }) => ({
            kind: 'phantom' as const,
            documentId,
            detail: `version ${version} is ${eventId}, which no client was answered with`,
          })),
  );
}

/** Nobody may see a version after a higher one; the province also sees every one, each once (I3). */
function steps(observations: readonly Observation[]): Finding[] {
  const last = new Map<string, number>();
  return observations.flatMap(({ place, documentId, version }) => {
    const before = last.get(`${place} ${documentId}`) ?? 0;
    last.set(`${place} ${documentId}`, version);
    const isSound = place === 'province' ? version === before + 1 : version >= before;
    const kind = place === 'province' && version === before ? 'duplicate' : 'non_monotonic';
    return isSound
      ? []
      : [{ kind, documentId, detail: `${place} showed version ${version} after ${before}` } as const];
  });
}
