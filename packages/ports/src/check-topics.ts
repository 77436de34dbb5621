import type { TopicDefinition } from './event-log.ts';

/** @throws Error when a topic exists with other settings, saying which and how to mend it */
export function refuseOtherSettings(existing: TopicDefinition, wanted: TopicDefinition): void {
  const { name, partitions, cleanup } = existing;
  if (partitions === wanted.partitions && cleanup === wanted.cleanup) return;
  throw new Error(
    `topic ${name} has ${partitions} partitions and cleanup ${cleanup}, expected ${wanted.partitions} and ${wanted.cleanup}; ` +
      'a partition count is fixed for ever: configure the count that the topic has, or start with a new log',
  );
}

export function unknownTopic(name: string): Error {
  return new Error(`there is no topic ${name}; call ensureTopics first`);
}
