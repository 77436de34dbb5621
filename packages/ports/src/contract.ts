export { testEventLog } from './event-log.contract.ts';
export { testObjectStore } from './object-store.contract.ts';
export { testSearchIndex } from './search-index.contract.ts';
