export type {
  EventLog,
  GroupConsumer,
  LogRecord,
  NewRecord,
  Position,
  Positions,
  ReadOptions,
  TopicDefinition,
} from './event-log.ts';
export type {
  ByteRange,
  NewObject,
  ObjectInfo,
  ObjectPage,
  ObjectStore,
  PutOutcome,
} from './object-store.ts';
export { partitionOf } from './partition-of.ts';
export {
  type EntryPage,
  type FacetName,
  type IndexDocument,
  type IndexEntry,
  type IndexStats,
  type IndexedValidity,
  InvalidCursorError,
  type ListOptions,
  type ListedEntry,
  QueryTooComplexError,
  type SearchHit,
  type SearchIndex,
  type SearchQuery,
  type SearchResult,
  type WriteOutcome,
  facetNames,
} from './search-index.ts';
export { type SynonymGroup, type Synonyms, maximumNames, shippedSynonyms, synonymsOf } from './synonyms.ts';
export { topicDefinitions, topics } from './topics.ts';
