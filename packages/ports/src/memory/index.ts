export { createMemoryEventLog } from './event-log.ts';
export { createMemoryObjectStore } from './object-store.ts';
export { createMemorySearchIndex } from './search-index.ts';
