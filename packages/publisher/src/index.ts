export { type Scope, scopes } from './actor.ts';
export type { TokenOptions } from './authenticate.ts';
export { type RegisteredDepartment, hashKey } from './department-registry.ts';
export { mayDecideBy } from './derive/may-decide.ts';
export { type Publisher, type PublisherOptions, createPublisher } from './publisher.ts';
export {
  type HttpWordingCheckOptions,
  type WordingAnswer,
  type WordingCheck,
  type WordingFinding,
  type WordingQuestion,
  createHttpWordingCheck,
} from './wording-check.ts';
