import { toIndexEntry } from '@gongwen/indexer';
import { type EventLog, type Positions, type SearchIndex, topics } from '@gongwen/ports';
import { type Head, type LogReader, createLogReader } from './admitted-events.ts';
import type { CheckpointFile } from './checkpoint-file.ts';
import { createOrderedWork } from './ordered-work.ts';

export interface RebuildOptions {
  readonly log: EventLog;
  readonly index: SearchIndex;
  /** Made when it does not exist; one that does is brought up to date, which is also how to go back to an older one. */
  readonly generation: string;
  readonly checkpoint: CheckpointFile;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: { readonly written: number; readonly documents: number }) => void;
}

export interface RebuildResult {
  readonly generation: string;
  /** The one that was live before; it stays. None when there was none. */
  readonly previous?: string;
  readonly documents: number;
  readonly written: number;
  /** Documents that no index takes; the live one has set them aside, too. */
  readonly rejected: readonly string[];
  /** What keeps it from becoming live; empty when it has. */
  readonly faults: readonly string[];
}

const samples = 20;
const shownFaults = 20;

/**
 * Builds an index from the log beside the live one, proves it entry by entry, makes it live in one step, and asks it
 * sample questions; if it fails them, the one before is made live again.
 */
export async function rebuild(options: RebuildOptions): Promise<RebuildResult> {
  const { log, index, generation, signal } = options;
  const { live: previous, generations } = await index.stats();
  if (!(generation in generations)) await index.createGeneration(generation);
  const reader = createLogReader(log, signal);
  const writer = createWriter(options, reader);

  await writer.writeTo(await log.ends(topics.events));
  const faults = await proofFaults(options, reader, writer);
  if (faults.length > 0) return resultOf(faults);
  if (generation !== previous) await index.promote(generation);
  // what the live indexer wrote to the old one until the swap took hold stands before this end
  await writer.writeTo(await log.ends(topics.events));
  const wrongAnswers = await sampleFaults(index, reader.heads);
  if (wrongAnswers.length > 0 && previous !== undefined) await index.promote(previous);
  options.checkpoint.remove();
  return resultOf(wrongAnswers);

  function resultOf(found: readonly string[]): RebuildResult {
    return {
      generation,
      ...(previous !== undefined && { previous }),
      documents: reader.heads.size,
      written: writer.written(),
      rejected: [...writer.rejected],
      faults: found,
    };
  }
}

interface Writer {
  writeTo(until: Positions): Promise<void>;
  written(): number;
  readonly rejected: ReadonlySet<string>;
}

/** Several batches on their way at the same time: versions make their order harmless. */
function createWriter(
  { index, generation, checkpoint, onProgress }: RebuildOptions,
  reader: LogReader,
): Writer {
  const done = checkpoint.read();
  const rejected = new Set<string>();
  let written = 0;
  return {
    written: () => written,
    rejected,
    async writeTo(until) {
      const work = createOrderedWork<Positions>(3, (positions) => checkpoint.write(positions));
      for await (const { admitted, positions } of reader.readTo(until)) {
        const entries = admitted
          .filter(({ record }) => record.offset >= (done.get(record.partition) ?? 0))
          .map(({ event }) => toIndexEntry(event));
        await work.add(positions, async () => {
          const outcomes = await index.write(entries, generation);
          for (const [place, { outcome }] of outcomes.entries()) {
            const documentId = entries[place]?.document.documentId ?? '';
            if (outcome === 'rejected') rejected.add(documentId);
            else rejected.delete(documentId); // a later version may be taken
          }
          written += entries.length;
          onProgress?.({ written, documents: reader.heads.size });
        });
      }
      await work.finished();
    },
  };
}

/** Entry by entry. What differs is looked at again after catching up, since others go on writing meanwhile. */
async function proofFaults(
  { log, index, generation }: RebuildOptions,
  reader: LogReader,
  writer: Writer,
): Promise<string[]> {
  const first = differing(reader.heads, await listed(index, generation), writer.rejected);
  if (first.length === 0) return [];
  await writer.writeTo(await log.ends(topics.events));
  const still = new Set(differing(reader.heads, await listed(index, generation), writer.rejected));
  return first
    .filter((documentId) => still.has(documentId))
    .slice(0, shownFaults)
    .map((documentId) => `${documentId}: the log and the generation ${generation} differ`);
}

function differing(
  heads: ReadonlyMap<string, Head>,
  entries: ReadonlyMap<string, Head>,
  rejected: ReadonlySet<string>,
): string[] {
  return [...new Set([...heads.keys(), ...entries.keys()])].filter((documentId) => {
    const [head, entry] = [heads.get(documentId), entries.get(documentId)];
    return (
      !rejected.has(documentId) && (head?.version !== entry?.version || head?.eventId !== entry?.eventId)
    );
  });
}

async function listed(index: SearchIndex, generation: string): Promise<ReadonlyMap<string, Head>> {
  const entries = new Map<string, Head>();
  for (let after: string | undefined; ;) {
    const page = await index.list({ generation, ...(after !== undefined && { after }) });
    for (const { documentId, version, eventId } of page.entries)
      entries.set(documentId, { version, eventId });
    if (page.next === undefined) return entries;
    after = page.next;
  }
}

/** A document must be given back by its id, and be found by its number or title. */
async function sampleFaults(index: SearchIndex, heads: ReadonlyMap<string, Head>): Promise<string[]> {
  await index.list({ limit: 1 }); // searches may be a second behind; a list sees all that is written
  const ids = [...heads.keys()];
  const step = Math.max(1, Math.floor(ids.length / samples));
  const chosen = ids.filter((_, place) => place % step === 0).slice(0, samples);
  const faults = await Promise.all(chosen.map((documentId) => sampleFault(index, documentId)));
  return faults.flat();
}

async function sampleFault(index: SearchIndex, documentId: string): Promise<string[]> {
  const entry = await index.get(documentId);
  if (!entry) return [`${documentId} is not given back`];
  const { number, title, publication, department } = entry.document;
  if (publication === 'withdrawn') return [];
  const by = number === undefined ? { text: `"${phraseOf(title)}"` } : { number };
  const { total } = await index.search({ ...by, department, on: '2026-01-01', sort: 'relevance', limit: 1 });
  return total > 0 ? [] : [`${documentId} is not found by its ${number === undefined ? 'title' : 'number'}`];
}

/** The begin of a title, since a query has a limit; not cut within a word. */
function phraseOf(title: string): string {
  const begin = [...title.replaceAll('"', ' ')].slice(0, 60).join('');
  return begin.length < title.length ? begin.replace(/[\p{Script=Latin}\p{N}]+$/u, '') : begin;
}
