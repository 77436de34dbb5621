export { type DevelopmentKeys, developmentKeys, sampleDepartments, withKeys } from './development-keys.ts';
export { importCollection } from './import/import-collection.ts';
export { type Status, status } from './operations/status.ts';
export { type Trace, trace } from './operations/trace.ts';
export { type Role, roleSettings, roles } from './serve/settings.ts';
