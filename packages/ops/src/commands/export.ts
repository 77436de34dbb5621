import { isLocalDate } from '@gongwen/domain';
import { readPublicUrl } from '../config.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { openSystem } from '../open-system.ts';
import { DirectoryNotEmptyError, exportHanweb } from '../operations/export-hanweb.ts';
import { writeData, writeText } from '../output.ts';

export interface ExportCommandOptions {
  readonly out: string;
  readonly batch: number;
  readonly department?: string;
  readonly since?: string;
  readonly publicUrl?: string;
  readonly data: string;
  readonly json?: boolean;
}

/** `gongwen export hanweb` */
export async function exportToHanweb(options: ExportCommandOptions): Promise<void> {
  const { out, batch, since, department } = options;
  if (since !== undefined && !isLocalDate(since)) {
    throw new CommandError(
      exitCodes.invalidInput,
      `--since 应为 YYYY-MM-DD，而不是 ${since} / expected YYYY-MM-DD`,
    );
  }
  const publicUrl = readPublicUrl(options);
  await using data = await openSystem(options.data);
  try {
    const result = await exportHanweb({
      data,
      directory: out,
      batchSize: batch,
      department,
      since,
      publicUrl,
      now: new Date(),
    });
    if (options.json) return writeData(result);
    const { documents, files, withdrawn } = result;
    writeText([
      `✓ ${documents} 件文件，${files.length} 个批次 / documents, batches: ${out}`,
      `✓ ${withdrawn} 件已撤回，见 withdrawn.csv / withdrawn, see withdrawn.csv`,
    ]);
  } catch (error) {
    if (!(error instanceof DirectoryNotEmptyError)) throw error;
    const message = `${out} 不是空目录，请另选 / is not empty: choose another directory`;
    throw new CommandError(exitCodes.invalidInput, message, { cause: error });
  }
}
