export { createSqliteEventLog } from './event-log.ts';
export { createSqliteSearchIndex } from './search-index.ts';
