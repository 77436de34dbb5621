export { type HttpTargetOptions, type Target, type TargetAnswer, createHttpTarget } from './http-target.ts';
export { type SyndicatorOptions, createSyndicator } from './syndicator.ts';
