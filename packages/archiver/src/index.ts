export { archiveEvent, originalKey, recordKey } from './archive-event.ts';
export { type ArchiverOptions, createArchiver } from './archiver.ts';
