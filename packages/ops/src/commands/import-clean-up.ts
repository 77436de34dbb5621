import { createClient, isPublishingError } from '@gongwen/sdk';
import { readConnection } from '../config.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { cleanUpReport } from '../import/clean-up/clean-up-report.ts';
import { type DecisionFacts, DecisionFactsError } from '../import/clean-up/decision-facts.ts';
import { type CleanUpSummary, importCleanUp } from '../import/clean-up/import-clean-up.ts';
import { UnreadableTableError } from '../import/clean-up/read-sheets.ts';
import { writeData, writeText } from '../output.ts';
import type { ImportCommandOptions } from './import.ts';

/** `gongwen import --clean-up` */
export async function importList(
  file: string,
  options: ImportCommandOptions & Partial<DecisionFacts>,
): Promise<void> {
  const { url, token } = readConnection(options);
  const client = createClient({ baseUrl: url, token, timeoutMs: 120_000 });
  const { title, number, issuer, issuedOn, effectiveOn } = options;
  const given = { title, number, issuer, issuedOn, effectiveOn };
  const summary = await told(() =>
    importCleanUp({
      file,
      // only what was given
      facts: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      department: options.department,
      publish: (command, call) => client.documents.publish(command, call),
      rejectsPath: options.rejects,
    }),
  );
  if (options.json) writeData(summary);
  else writeText(cleanUpReport(summary));
  if (summary.rejected === 0) return;
  process.stderr.write(`被拒的行见 ${options.rejects} / rejected rows are in ${options.rejects}\n`);
  process.exitCode = exitCodes.partial;
}

/** What its user can mend is told in a sentence. */
async function told(run: () => Promise<CleanUpSummary>): Promise<CleanUpSummary> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof UnreadableTableError || error instanceof DecisionFactsError) {
      throw new CommandError(exitCodes.invalidInput, error.message, { cause: error });
    }
    if (isPublishingError(error) && error.code === 'VERSION_CONFLICT') {
      const message =
        '这一决定已经发布，内容与本次不同；补充涉及文件请用 gongwen change set-links / the decision is there with other targets: add what it lacks with gongwen change set-links';
      throw new CommandError(exitCodes.conflict, message, { cause: error });
    }
    throw error;
  }
}
