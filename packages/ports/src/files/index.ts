export { createFilesObjectStore } from './object-store.ts';
