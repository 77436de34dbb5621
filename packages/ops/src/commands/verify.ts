import {
  type Comparison,
  type Finding,
  type Holdings,
  type Observation,
  type LivesChecked,
  checkHistory,
  checkLives,
  compareStores,
  foldLog,
  openClientHistory,
} from '@gongwen/checker';
import type { LocalDate } from '@gongwen/domain';
import type { OpenStores } from '@gongwen/local';
import { exitCodes } from '../exit-codes.ts';
import { openStores } from '../open-system.ts';
import { readHoldings } from '../operations/read-holdings.ts';
import { readLines } from '../operations/read-lines.ts';
import { writeData, writeText } from '../output.ts';

export interface VerifyCommand {
  readonly data: string;
  readonly province?: string;
  /** JSON lines of `ClientOperation`: what clients did and were answered. */
  readonly history?: string;
  /** JSON lines of `Observation`: what was seen meanwhile. */
  readonly observations?: string;
  /** First and last day for which validity and text are held against the events. */
  readonly lives?: readonly [LocalDate, LocalDate];
  readonly json?: boolean;
}

const shownDifferences = 50;

/** `gongwen verify`: the log against archive, index, province, and against what clients were told and have seen. */
export async function verify(options: VerifyCommand): Promise<void> {
  const province = options.province === undefined ? undefined : await readHoldings(options.province);
  await using system = await openStores(options.data);
  const comparison = await compareStores(system, province);
  const findings = await findingsOf(options, system, comparison);
  const lives = options.lives && (await checkLives(system.log, ...options.lives));
  const faults = [comparison.differences, comparison.alarms, findings, lives?.contradictions ?? []];
  const isWell = faults.every(({ length }) => length === 0);
  if (!isWell) process.exitCode = exitCodes.threshold;
  if (options.json) return writeData({ ...comparison, findings, ...(lives && { lives }) });
  writeText([
    ...describe(comparison, province),
    ...findings.map(({ kind, documentId, detail }) => `✗ ${kind} ${documentId}: ${detail}`),
    ...(lives ? describeLives(lives) : []),
  ]);
}

async function findingsOf(
  { history, observations }: VerifyCommand,
  { log }: OpenStores,
  comparison: Comparison,
): Promise<readonly Finding[]> {
  if (history === undefined) return [];
  using told = openClientHistory(history);
  return checkHistory({
    operations: told.operations,
    facts: await foldLog(log),
    comparison,
    observations: observations === undefined ? [] : (readLines(observations) as Observation[]), // as documented
  });
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

function describeLives({ documents, days, contradictions }: LivesChecked): string[] {
  const looked = `${documents} 件文件 × ${days} 日 / documents × days`;
  if (contradictions.length === 0)
    return [`✓ ${looked}：有效性与文本均合其历史 / validity and text fit the events`];
  return [
    ...contradictions
      .slice(0, shownDifferences)
      .map(({ documentId, day, detail }) => `✗ ${documentId} ${day}: ${detail}`),
    `${looked}：${contradictions.length} 处矛盾 / contradictions`,
  ];
}
