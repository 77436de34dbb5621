import type { LifecycleEntry } from '@gongwen/schemas';

/**
 * The versions that the reinstatements among these entries take back. A condition and the lapse by it that was recorded
 * on its day are one end: taking back either takes back both.
 */
export function reversedVersions(lifecycle: readonly LifecycleEntry[]): ReadonlySet<number> {
  const reversed = lifecycle.flatMap(({ change, reverses, version }) =>
    change === 'reinstated' && reverses !== undefined
      ? [reverses, ...sameEnd(lifecycle, reverses, version)]
      : [],
  );
  return new Set(reversed);
}

/** @param before - a lapse of a later version is another one, even on that day */
function sameEnd(lifecycle: readonly LifecycleEntry[], reverses: number, before: number): number[] {
  const day = lifecycle.find((entry) => entry.version === reverses && isLapse(entry))?.effectiveOn;
  return lifecycle
    .filter((entry) => isLapse(entry) && entry.effectiveOn === day && entry.version < before)
    .map(({ version }) => version);
}

function isLapse({ change }: LifecycleEntry): boolean {
  return change === 'end_scheduled' || change === 'declared_lapsed';
}
