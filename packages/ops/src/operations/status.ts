import { type Positions, topics } from '@gongwen/ports';
import type { ViewSummary } from '@gongwen/service-kit';
import type { OpenData } from '@gongwen/local';

export interface Status extends ViewSummary {
  /** group → events not yet committed. */
  readonly lag: Readonly<Record<string, number>>;
  readonly deadLetters: number;
  /** The newest refusals, holds and dead events, with their reasons. */
  readonly troubles: ReturnType<OpenData['view']['troubles']>;
  readonly indexed: number;
}

/** How far every stage is, and what is stuck. */
export async function status({ log, view, index }: OpenData, target: string): Promise<Status> {
  const groups = ['archiver', 'indexer', `syndicator-${target}`];
  const ends = await log.ends(topics.events);
  const lags = await Promise.all(
    groups.map(async (group) => [group, await log.committed(topics.events, group)] as const),
  );
  // a group that has never committed is not part of this system
  const known = lags.filter(([, committed]) => committed.size > 0);
  const stats = await index.stats();
  return {
    ...view.summary(),
    lag: Object.fromEntries(known.map(([group, committed]) => [group, behind(ends, committed)])),
    deadLetters: behind(await log.ends(topics.deadLetters), new Map()),
    troubles: view.troubles(20),
    indexed: stats.generations[stats.live ?? '']?.documents ?? 0,
  };
}

function behind(ends: Positions, positions: Positions): number {
  return [...ends].reduce((sum, [partition, end]) => sum + end - (positions.get(partition) ?? 0), 0);
}
