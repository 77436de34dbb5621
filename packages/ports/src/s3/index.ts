export { type S3ObjectStoreOptions, createS3ObjectStore } from './object-store.ts';
