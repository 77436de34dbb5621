import { type Comparison, type Holdings, compareStores } from '@gongwen/checker';
import { exitCodes } from '../exit-codes.ts';
import { openSystem } from '../open-system.ts';
import { writeData, writeText } from '../output.ts';
import { readHoldings } from '../operations/read-holdings.ts';

const shownDifferences = 50;

/** `gongwen verify`: the log against archive, index and, when its address is given, the province. */
export async function verify(options: { data: string; province?: string; json?: boolean }): Promise<void> {
  const province = options.province === undefined ? undefined : await readHoldings(options.province);
  await using system = await openSystem(options.data);
  const comparison = await compareStores(system, province);
  if (comparison.differences.length + comparison.alarms.length > 0) process.exitCode = exitCodes.threshold;
  if (options.json) return writeData(comparison);
  writeText(describe(comparison, province));
}

function describe(
  { documents, events, voids, alarms, differences }: Comparison,
  province?: Holdings,
): string[] {
  const stores = province ? '日志 = 存档 = 索引 = 省文件库' : '日志 = 存档 = 索引';
  const counts = `${documents} 件文件，${events} 个事件，${voids} 个作废 / documents, admitted events, void ones`;
  if (differences.length + alarms.length === 0) return [counts, `✓ ${stores} / the stores agree`];
  return [
    counts,
    ...alarms.map((alarm) => `✗ 日志 log ${alarm}`),
    ...differences
      .slice(0, shownDifferences)
      .map(
        ({ sink, documentId, expected, found }) =>
          `✗ ${sink} ${documentId}: 应为 expected ${expected}, 实为 found ${found}`,
      ),
    `${differences.length} 处不一致 / differences`,
  ];
}
