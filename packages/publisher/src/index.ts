export { type Scope, scopes } from './actor.ts';
export type { TokenOptions } from './authenticate.ts';
export { type RegisteredDepartment, hashKey } from './department-registry.ts';
export { type Publisher, type PublisherOptions, createPublisher } from './publisher.ts';
