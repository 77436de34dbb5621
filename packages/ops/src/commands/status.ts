import { environment } from '../config.ts';
import { openSystem } from '../open-system.ts';
import { type Status, status } from '../operations/status.ts';
import { writeData, writeText } from '../output.ts';

const stageNames: Readonly<Record<string, string>> = {
  stored: '存档 stored',
  indexed: '索引 indexed',
  delivered: '推送 delivered',
};

/** `gongwen status` */
export async function showStatus(options: { data: string; json?: boolean }): Promise<void> {
  await using data = await openSystem(options.data);
  const now = await status(data, environment()['GONGWEN_TARGET_NAME'] || 'province');
  if (options.json) return writeData(now);
  writeText(describe(now));
}

function describe({ documents, events, stages, lag, deadLetters, alarms, troubles }: Status): string[] {
  const stageLines = Object.entries(stageNames).map(([stage, name]) => {
    const counts = Object.entries(stages[stage] ?? {}).map(([state, count]) => `${state} ${count}`);
    return `  ${name.padEnd(14)} ${counts.join(', ') || '—'}`;
  });
  return [
    `文件 documents ${documents}，事件 events ${events}，死信 dead letters ${deadLetters}`,
    ...stageLines,
    `待处理 lag        ${Object.entries(lag)
      .map(([group, count]) => `${group} ${count}`)
      .join(', ')}`,
    ...Object.entries(alarms).map(([kind, count]) => `警报 alarm        ${kind}: ${count}`),
    ...troubles.map(
      ({ documentId, version, stage }) =>
        `${stage.state.padEnd(8)} ${documentId} v${version} ${stage.target ?? stage.stage}: ${stage.detail ?? stage.code ?? ''}`,
    ),
  ];
}
