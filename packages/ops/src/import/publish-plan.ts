import { openCheckpoint } from './checkpoint.ts';
import { concurrently } from './concurrently.ts';
import type { ImportOptions } from './import-options.ts';
import { ImportStopped } from './import-stopped.ts';
import { type PlannedDocument, digestOf, mergedDocument } from './plan-documents.ts';
import { publishDocument } from './publish-document.ts';
import type { RejectsFile } from './records/rejects.ts';
import type { StagedRows } from './records/staged-rows.ts';
import type { Tally } from './summary.ts';

const defaultConcurrency = 16;

/**
 * Publishes every planned document that a former run has not.
 *
 * @throws ImportStopped at an outage or an abort, after the documents on their way and with the checkpoint saved
 */
export async function publishPlan(
  { gateway, checkpointPath, concurrency = defaultConcurrency, onProgress, signal }: ImportOptions,
  plan: readonly PlannedDocument[],
  staged: StagedRows,
  rejects: RejectsFile,
  tally: Tally,
): Promise<void> {
  const checkpoint = await openCheckpoint(checkpointPath, digestOf(plan));
  let done = 0;
  try {
    await concurrently(plan.length, { concurrency, signal }, async (index) => {
      const planned = plan[index];
      if (planned === undefined) return;
      const document = mergedDocument(planned, staged);
      const result = checkpoint.isPublished(index)
        ? ({ outcome: 'alreadyThere' } as const)
        : await publishDocument(gateway, document.command, document.amendments);
      if (result.outcome === 'refused') {
        tally.rejected(result.refusal.code, planned.rows.length);
        for (const row of planned.rows) await rejects.write(staged.get(row), result.refusal);
      } else tally.settled(result.outcome, planned.rows.length, document);
      await checkpoint.settle(index, result.outcome === 'refused');
      onProgress?.({ phase: 'publishing', done: ++done, total: plan.length });
    });
  } catch (error) {
    await checkpoint.save();
    throw new ImportStopped(checkpoint.settled, plan.length, error);
  }
  await checkpoint.remove();
}
