import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Comparison, Finding, Observation } from '@gongwen/checker';
import { type Cluster, gongwen } from '@gongwen/example-cluster';

export interface JudgeOptions {
  readonly cluster: Cluster;
  readonly library: string;
  readonly historyFile: string;
  readonly observations: readonly Observation[];
  readonly directory: string;
}

export interface Verdict {
  readonly isWell: boolean;
  readonly lines: readonly string[];
}

const kinds = ['lost', 'duplicate', 'phantom', 'non_monotonic', 'drift'] as const;
const shown = 20;

/** Lets `gongwen verify` hold every answer and every observation against log, archive, index and province. */
export async function judge(options: JudgeOptions): Promise<Verdict> {
  const { cluster, library, historyFile, observations, directory } = options;
  const observationsFile = join(directory, 'observations.jsonl');
  writeFileSync(observationsFile, observations.map((each) => `${JSON.stringify(each)}\n`).join(''));
  const words = [
    'verify',
    '--json',
    '--province',
    library,
    '--history',
    historyFile,
    '--observations',
    observationsFile,
  ];
  const { output, talk } = await gongwen(words, cluster.environment);
  if (output === '') return { isWell: false, lines: [talk] };
  const { documents, events, voids, findings } = JSON.parse(output) as Verified; // `gongwen verify --json`
  const counted = kinds.map(
    (kind) => `${findings.filter((finding) => finding.kind === kind).length} ${kind}`,
  );
  return {
    isWell: findings.length === 0,
    lines: [
      `${documents} documents, ${events} admitted events, ${voids} void ones, ${observations.length} observations`,
      counted.join(', '),
      ...findings.slice(0, shown).map(({ kind, documentId, detail }) => `✗ ${kind} ${documentId}: ${detail}`),
    ],
  };
}

type Verified = Comparison & { readonly findings: readonly Finding[] };
