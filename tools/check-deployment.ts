import { commandFaults } from './deployment/command-faults.ts';
import { composeFaults } from './deployment/compose-faults.ts';
import { imageFaults } from './deployment/image-faults.ts';
import type { KnownMetrics } from './deployment/known-metrics.ts';
import { kustomizationFaults } from './deployment/manifests.ts';
import { monitoringFaults } from './deployment/monitoring-faults.ts';
import { secretFaults } from './deployment/secret-faults.ts';
import type { Tree } from './deployment/tree.ts';
import { workloadFaults } from './deployment/workload-faults.ts';

/** Everything below infra/ and docs/operations/ that does not agree with the code, or that is not safe to run, as `path: what`. */
export function deploymentFaults(tree: Tree, metrics: KnownMetrics): string[] {
  const unreadable = [...tree.values()].flatMap(({ faults }) => faults);
  if (unreadable.length > 0) return unreadable;
  return [
    ...imageFaults(tree),
    ...composeFaults(tree),
    ...kustomizationFaults(tree),
    ...workloadFaults(tree),
    ...secretFaults(tree),
    ...monitoringFaults(tree, metrics),
    ...commandFaults(tree),
  ];
}
