import type { TopicDefinition } from './event-log.ts';

/** Names of the topics (DESIGN §5). */
export const topics = {
  events: 'documents.events',
  receipts: 'documents.receipts',
  deadLetters: 'documents.dead-letters',
  syndicationState: 'syndication.state',
} as const;

/** Every topic with its settings. The partition count is fixed when the system is first set up. */
export function topicDefinitions(partitions: number): readonly TopicDefinition[] {
  return [
    { name: topics.events, partitions, cleanup: 'delete' },
    { name: topics.receipts, partitions, cleanup: 'delete' },
    { name: topics.deadLetters, partitions: 1, cleanup: 'delete' },
    { name: topics.syndicationState, partitions: 1, cleanup: 'compact' },
  ];
}
