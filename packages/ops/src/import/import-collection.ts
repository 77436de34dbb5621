import { planDocuments } from './plan-documents.ts';
import type { ImportOptions } from './import-options.ts';
import { publishPlan } from './publish-plan.ts';
import { openRejects } from './records/rejects.ts';
import { createStagedRows } from './records/staged-rows.ts';
import { type ImportSummary, createTally } from './summary.ts';

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
