export { type DataDirectory, dataDirectory, lockDataDirectory } from './data-directory.ts';
export { NoDataError, type OpenData, type OpenStores, openData, openStores, withView } from './open-data.ts';
export { type LocalOptions, type LocalSystem, startLocal } from './start-local.ts';
// what a composition root needs to register departments
export { type RegisteredDepartment, hashKey, scopes } from '@gongwen/publisher';
