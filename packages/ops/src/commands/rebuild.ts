import { join } from 'node:path';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { openStores } from '../open-system.ts';
import { checkpointFile } from '../operations/checkpoint-file.ts';
import { rebuild } from '../operations/rebuild.ts';
import { recordOperation } from '../operations/record-operation.ts';
import { writeData, writeProgress, writeText } from '../output.ts';

export interface RebuildCommand {
  readonly data: string;
  readonly generation?: string;
  readonly drop?: string;
  readonly list?: boolean;
  readonly json?: boolean;
}

/** `gongwen rebuild`: the index anew from the log, beside the live one, proven, swapped. */
export async function rebuildIndex(options: RebuildCommand): Promise<void> {
  await using system = await openStores(options.data, { toRebuild: true });
  const { index } = system;
  if (options.list) return writeData(await index.stats());
  if (options.drop !== undefined) {
    await using operation = await recordOperation(system.store, {
      kind: 'drop-generation',
      generation: options.drop,
    });
    await index.dropGeneration(options.drop);
    await operation.end({ dropped: options.drop });
    return writeText([`✓ 已删除 / dropped ${options.drop}`]);
  }
  const generation = options.generation ?? new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  await using operation = await recordOperation(system.store, { kind: 'rebuild', generation });
  const result = await rebuild({
    ...system,
    generation,
    checkpoint: checkpointFile(join(options.data, `rebuild-${generation}.json`)),
    signal: new AbortController().signal,
    onProgress: ({ written, documents }) =>
      writeProgress(`${generation}: ${written} 个事件 / events, ${documents} 件 / documents`),
  });
  await operation.end(result);
  if (result.faults.length > 0) {
    throw new CommandError(
      exitCodes.threshold,
      `${generation} 未通过验证，未启用，仍用 ${result.previous ?? '（无）'} / is not proven, ${result.previous ?? 'none'} is live:\n  ${result.faults.join('\n  ')}`,
    );
  }
  if (options.json) return writeData(result);
  writeText([
    `✓ ${result.documents} 件文件，${result.written} 个事件 / documents, events written`,
    `✓ ${generation} 已启用 / is live${result.previous === undefined ? '' : `; 退回 / back: gongwen rebuild --generation ${result.previous}`}`,
  ]);
}
