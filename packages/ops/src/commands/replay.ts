import { join } from 'node:path';
import { readConfiguration } from '@gongwen/service-kit';
import type { Target } from '@gongwen/syndicator';
import { environment } from '../config.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { openStores } from '../open-system.ts';
import { checkpointFile } from '../operations/checkpoint-file.ts';
import { readOperation, recordOperation } from '../operations/record-operation.ts';
import {
  type ReplayPlan,
  type ReplayScope,
  type Sink,
  planReplay,
  replay,
  sinks,
} from '../operations/replay.ts';
import { writeData, writeProgress, writeText } from '../output.ts';
import { readTarget } from '../serve/read-credentials.ts';
import { targetSettings } from '../serve/settings.ts';

export interface ReplayCommand extends ReplayScope {
  readonly data: string;
  readonly to: string;
  readonly execute?: boolean;
  /** Of an operation that was broken off. */
  readonly resume?: string;
  readonly json?: boolean;
}

/** `gongwen replay`: gives events of the log to sinks again. A plan first; `--execute` does it, and leaves a record. */
export async function replayEvents({
  data,
  to,
  execute,
  resume,
  json,
  ...given
}: ReplayCommand): Promise<void> {
  await using system = await openStores(data);
  const { signal } = new AbortController();
  const before = resume === undefined ? undefined : await readOperation(system.store, resume);
  if (resume !== undefined && !before)
    throw new CommandError(exitCodes.notFound, `没有操作 ${resume} / no such operation`);
  // what was begun is what goes on, whatever is asked for now
  const scope = before ? (before['scope'] as ReplayScope) : given;
  const chosen = before ? (before['sinks'] as readonly Sink[]) : readSinks(to);
  const target = chosen.includes('province') ? provinceTarget() : undefined;

  const plan = await planReplay(system.log, scope, chosen, signal);
  if (!execute && !before) return json ? writeData({ plan, scope }) : writeText(describe(plan));
  await using operation = await recordOperation(system.store, {
    kind: 'replay',
    scope,
    sinks: chosen,
    plan,
    ...(resume !== undefined && { resumes: resume }),
  });
  const result = await replay({
    ...system,
    scope,
    sinks: chosen,
    signal,
    now: () => new Date(),
    checkpoint: checkpointFile(join(data, `replay-${before?.id ?? operation.id}.json`)),
    onProgress: (done) => writeProgress(`${operation.id}: ${done} / ${plan.events}`),
    ...(target && { target }),
  });
  await operation.end(result);
  if (json) return writeData({ operation: operation.id, plan, ...result });
  writeText([
    ...describe(plan).slice(0, 1),
    ...Object.entries(result.outcomes).map(
      ([sink, counts]) =>
        `✓ ${sink}: ${Object.entries(counts)
          .map(([outcome, count]) => `${outcome} ${count}`)
          .join(', ')}`,
    ),
    `操作记录 / record: ${operation.id}`,
  ]);
}

function readSinks(text: string): readonly Sink[] {
  const words = text.split(',').map((word) => word.trim());
  const wrong = words.filter((word) => !sinks.some((sink) => sink === word));
  if (wrong.length > 0) {
    throw new CommandError(
      exitCodes.invalidInput,
      `--to ${wrong.join(',')}: 应为 / expected ${sinks.join(', ')}`,
    );
  }
  return sinks.filter((sink) => words.includes(sink));
}

function provinceTarget(): Target {
  return readTarget(readConfiguration(targetSettings, environment()), () => new Date());
}

function describe({ events, documents, sinks: counts }: ReplayPlan): string[] {
  return [
    `${events} 个事件，${documents} 件文件 / events, documents`,
    ...Object.entries(counts).map(([sink, count]) => `  → ${sink}: ${count}`),
    '这是计划，未作任何改动；加 --execute 执行 / this is the plan, nothing was changed; --execute does it',
  ];
}
