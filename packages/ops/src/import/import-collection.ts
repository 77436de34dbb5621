import { planDocuments } from './plan-documents.ts';
import type { Publish } from './publish-document.ts';
import { publishPlan } from './publish-plan.ts';
import { openRejects } from './rejects.ts';
import { createStagedRows } from './staged-rows.ts';
import { type ImportSummary, createTally } from './summary.ts';

export interface ImportProgress {
  /** Reading counts bytes of the files, publishing counts documents. */
  readonly phase: 'reading' | 'publishing';
  readonly done: number;
  readonly total: number;
}

export interface ImportOptions {
  /** JSON Lines, plain or gz. The same document in two of them becomes one. */
  readonly files: readonly string[];
  /** Whose namespace the documents get that bring no id of their own. */
  readonly department: string;
  readonly publish: Publish;
  readonly rejectsPath: string;
  readonly checkpointPath: string;
  /** Documents on their way at a time. Default 16. */
  readonly concurrency?: number;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Stops after the documents on their way. */
  readonly signal?: AbortSignal;
}

/**
 * Imports lists of documents: reads and maps every record, finds out which are the same document, publishes each
 * document through the gateway. Running it again publishes nothing twice, because id and idempotency key follow from
 * the records alone.
 *
 * @throws ImportStopped when the gateway is out of reach or the signal aborts; resumable. Error when a file cannot be read
 */
export async function importCollection(options: ImportOptions): Promise<ImportSummary> {
  using staged = createStagedRows();
  await using rejects = await openRejects(options.rejectsPath);
  const tally = createTally();
  const plan = await planDocuments(options, staged, rejects, tally);
  await publishPlan(options, plan, staged, rejects, tally);
  return tally.summary();
}
