export { type OpenSearchIndexOptions, createOpenSearchIndex } from './search-index.ts';
