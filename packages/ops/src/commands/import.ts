import { join } from 'node:path';
import { createClient } from '@gongwen/sdk';
import { readConnection, wantsColor } from '../config.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { importCollection } from '../import/import-collection.ts';
import { ImportStopped } from '../import/import-stopped.ts';
import { createProgressDisplay } from '../import/progress-display.ts';
import { summaryReport } from '../import/summary-report.ts';
import { writeData, writeText } from '../output.ts';
import { importList } from './import-clean-up.ts';

export interface ImportCommandOptions {
  readonly url?: string;
  readonly department: string;
  readonly rejects: string;
  readonly concurrency: number;
  readonly data: string;
  readonly json?: boolean;
}

/** `gongwen import`: collections of documents, or one clean-up list. */
export async function importCommand(
  files: readonly string[],
  options: ImportCommandOptions & { readonly cleanUp?: string },
): Promise<void> {
  const { cleanUp } = options;
  if ((cleanUp === undefined) === (files.length === 0)) {
    throw new CommandError(
      exitCodes.invalidInput,
      '请给出文件，或用 --clean-up 给出一份清理目录 / give files, or one clean-up list with --clean-up',
    );
  }
  await (cleanUp === undefined ? importFiles(files, options) : importList(cleanUp, options));
}

/** Ctrl-C stops after what is under way; the same command goes on from there. */
async function importFiles(files: readonly string[], options: ImportCommandOptions): Promise<void> {
  const { url, token } = readConnection(options);
  const client = createClient({ baseUrl: url, token, timeoutMs: 120_000 });
  const progress = createProgressDisplay(process.stderr, { now: Date.now, color: wantsColor() });
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  try {
    const summary = await importCollection({
      files,
      department: options.department,
      gateway: client.documents,
      rejectsPath: options.rejects,
      checkpointPath: join(options.data, 'import.checkpoint.json'),
      concurrency: options.concurrency,
      onProgress: (state) => progress.update(state),
      signal: stopping.signal,
    });
    progress.end();
    if (options.json) writeData(summary);
    else writeText([summaryReport(summary)]);
    if (summary.rejected > 0) {
      process.stderr.write(`被拒记录见 ${options.rejects} / rejected records are in ${options.rejects}\n`);
      process.exitCode = exitCodes.partial;
    }
  } catch (error) {
    progress.end();
    if (!(error instanceof ImportStopped)) throw error;
    throw new CommandError(exitCodes.unavailable, error.message, { cause: error });
  }
}
