import { readFileSync } from 'node:fs';
import type { Cluster, Role } from '@gongwen/example-cluster';

interface Sample {
  readonly documents: number;
  readonly role: Role;
  readonly megabytes: number;
}

export interface MemoryWatch {
  /** Looks at every process now. */
  sample(documents: number): void;
  print(): void;
}

const goal = '≤ 250 MB, flat';

/** Resident memory of every role’s process, as Linux tells it; of several the largest. */
export function watchMemory(cluster: Cluster): MemoryWatch {
  const samples: Sample[] = [];
  return {
    sample(documents) {
      for (const { role, pid } of cluster.processes) {
        samples.push({ documents, role, megabytes: residentOf(pid, 'VmRSS') });
      }
    },
    print() {
      const last = samples.at(-1)?.documents ?? 0;
      for (const role of new Set(samples.map((each) => each.role))) {
        const own = samples.filter((each) => each.role === role);
        const now = Math.max(
          ...own.filter(({ documents }) => documents === last).map((each) => each.megabytes),
        );
        const peak = Math.max(...cluster.of(role).map(({ pid }) => residentOf(pid, 'VmHWM')));
        const slope = slopeOf(own.filter(({ documents }) => documents >= last / 2)) * 10_000;
        console.log(
          `memory of ${role.padEnd(12)} at ${last} documents ${now.toFixed(0).padStart(4)} MB   peak ${peak.toFixed(0).padStart(4)} MB   second half ${slope.toFixed(1)} MB per 10 000 documents   goal ${goal}`,
        );
      }
    },
  };
}

function residentOf(pid: number | undefined, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
}

/** Least squares, megabytes a document. */
function slopeOf(samples: readonly Sample[]): number {
  const x = mean(samples.map(({ documents }) => documents));
  const y = mean(samples.map(({ megabytes }) => megabytes));
  const covariance = mean(samples.map(({ documents, megabytes }) => (documents - x) * (megabytes - y)));
  return covariance / mean(samples.map(({ documents }) => (documents - x) ** 2));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
