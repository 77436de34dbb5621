export { toIndexEntry } from './index-event.ts';
export { type IndexerOptions, createIndexer } from './indexer.ts';
