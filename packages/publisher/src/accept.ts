import type { Command, Decision } from '@gongwen/domain';
import { type EventLog, type ObjectStore, type Position, topics } from '@gongwen/ports';
import type { Receipt } from '@gongwen/schemas';
import { type AdmittedEvent, type Metrics, ServiceError, type View, eventIdOf } from '@gongwen/service-kit';
import type { Actor } from './actor.ts';
import type { CheckWording } from './check-wording.ts';
import { commandHash } from './command-hash.ts';
import type { DecideOnView } from './decide-on-view.ts';
import { envelope } from './envelope.ts';
import { createKeyLock } from './key-lock.ts';
import { requireUploadedFiles } from './require-uploaded-files.ts';

export interface AcceptOptions {
  readonly log: EventLog;
  readonly view: View;
  readonly store: ObjectStore;
  readonly metrics: Metrics;
  readonly now: () => Date;
  readonly decideOnView: DecideOnView;
  /** Default: nobody looks at the wording. */
  readonly checkWording?: CheckWording;
  /** Names of the delivery targets that a receipt waits for. */
  readonly targets: readonly string[];
  /** An answer must be known by then. Default 10 000. */
  readonly deadlineMs?: number;
}

export interface Submission {
  readonly actor: Actor;
  readonly command: Command;
  readonly idempotencyKey: string;
  /** The event that this one follows from. */
  readonly causationId?: string;
}

export type Accept = (submission: Submission) => Promise<Receipt>;

/**
 * Accepts a command (DESIGN §3): the same key and content is answered as before; else decide against the head, have its
 * words looked through, append with the next version, and answer what the log admitted — never what the append itself said.
 *
 * @throws ServiceError with the refusal’s code; OUTCOME_UNKNOWN when the log did not tell by the deadline
 */
export function createAccept(options: AcceptOptions): Accept {
  const { log, view, metrics, now, targets, decideOnView, deadlineMs = 10_000 } = options;
  const documents = createKeyLock();
  const underWay = new Set<string>();

  return async (submission) => {
    const eventId = eventIdOf(submission.actor.department.id, submission.idempotencyKey);
    if (underWay.has(eventId)) throw new ServiceError('REQUEST_IN_PROGRESS', { retryAfterSeconds: 1 });
    underWay.add(eventId);
    try {
      return await documents.run(submission.command.documentId, () => settle(eventId, submission));
    } finally {
      underWay.delete(eventId);
    }
  };

  async function settle(eventId: string, { actor, command, causationId }: Submission): Promise<Receipt> {
    const before = view.admitted(eventId);
    if (before) return replay(before, command);
    const { change: decided, version } = await decideOnNewest(command, actor);
    const head = view.head(command.documentId);
    await requireUploadedFiles(options.store, actor.department.id, decided.document, head);
    const change = (await options.checkWording?.(command, decided)) ?? decided;
    const event = envelope(change, {
      eventId,
      version,
      actor,
      command,
      time: now(),
      ...(causationId !== undefined && { causationId }),
    });
    await appendAndReadBack(event.subject, Buffer.from(JSON.stringify(event)));
    const admitted = view.admitted(eventId);
    if (!admitted) throw lostRace(command.documentId, version);
    // the same key was faster at another publisher
    if (admitted.commandHash !== event.commandhash) throw new ServiceError('IDEMPOTENCY_KEY_REUSED');
    metrics.accepted.inc({ source: actor.department.id, type: event.type });
    return view.receipt(admitted, targets);
  }

  function replay(before: AdmittedEvent, command: Command): Receipt {
    if (before.commandHash !== commandHash(command)) throw new ServiceError('IDEMPOTENCY_KEY_REUSED');
    return { ...view.receipt(before, targets), replayed: true };
  }

  /**
   * A refusal is final for its sender, so it is only given by a view that has all that was in the log when it was asked:
   * another publisher may have written what this one has not folded yet.
   */
  async function decideOnNewest(command: Command, actor: Actor): Promise<Accepted> {
    const first = decideOnView(command, actor);
    if (first.outcome === 'accepted') return first;
    await answeredInTime(async (signal) =>
      view.caughtUp(topics.events, await log.ends(topics.events), signal),
    );
    const second = decideOnView(command, actor);
    if (second.outcome === 'accepted') return second;
    const { outcome: _outcome, version: _version, code, ...details } = second;
    throw new ServiceError(code, details);
  }

  /** The acknowledgement proves nothing (FAULTS §0): what counts is what stands in the log. */
  async function appendAndReadBack(key: string, value: Uint8Array): Promise<void> {
    await answeredInTime(async (signal) => {
      const [position] = await log.append(topics.events, [{ key, value }]).catch(() => []);
      const until = position ? after(position) : await log.ends(topics.events);
      await view.caughtUp(topics.events, until, signal);
    });
  }

  async function answeredInTime<Answer>(ask: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
    const signal = AbortSignal.timeout(deadlineMs);
    const late = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    try {
      return await Promise.race([ask(signal), late]);
    } catch (cause) {
      throw new ServiceError('OUTCOME_UNKNOWN', { retryAfterSeconds: 1 }, { cause });
    }
  }

  /** Another event took the version; or, after a failed append, nobody did. */
  function lostRace(documentId: string, version: number): ServiceError {
    const head = view.head(documentId);
    if (!head || head.version < version) return new ServiceError('OUTCOME_UNKNOWN', { retryAfterSeconds: 1 });
    return new ServiceError('VERSION_CONFLICT', {
      currentVersion: head.version,
      expectedVersion: version - 1,
      currentEventId: head.eventId,
    });
  }
}

type Accepted = Extract<Decision, { outcome: 'accepted' }> & { readonly version: number };

function after({ partition, offset }: Position): ReadonlyMap<number, number> {
  return new Map([[partition, offset + 1]]);
}
