export { type DeliveryState, type DeliveryStates, followDeliveryStates } from './delivery-state.ts';
export { type HanwebContext, hanwebArticle, hanwebFrame } from './hanweb/hanweb-article.ts';
export type { LinkTo, LongText } from './hanweb/hanweb-text.ts';
export { type HttpTargetOptions, type Target, type TargetAnswer, createHttpTarget } from './http-target.ts';
export { type SyndicatorOptions, createSyndicator } from './syndicator.ts';
