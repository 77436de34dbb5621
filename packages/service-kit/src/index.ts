export {
  ConfigurationError,
  type Setting,
  type Settings,
  type Values,
  choiceSetting,
  countSetting,
  listSetting,
  portSetting,
  readConfiguration,
  secretSetting,
  textSetting,
  urlSetting,
} from './configuration.ts';
export {
  type ConsumeOptions,
  type Consumer,
  type ConsumerStatus,
  type Delivery,
  type Outcome,
  consume,
} from './consume.ts';
export { type StageOptions, type StageResult, consumeStage } from './consume-stage.ts';
export { type DecodeFault, type Decoded, decodeEvent } from './decode-event.ts';
export { type HealthOptions, type ReadinessCheck, mountHealth } from './health.ts';
export { type HttpApp, type HttpEnvironment, createHttpApp, problemAnswer } from './http-app.ts';
export { type HttpServer, type HttpServerOptions, listen } from './http-server.ts';
export { type Logger, createLogger } from './logger.ts';
export { type Metrics, createMetrics } from './metrics.ts';
export { maximumBodyBytes, readJsonBody, refuseEncoding } from './request-body.ts';
export {
  type ProblemDetails,
  ServiceError,
  isServiceError,
  requireAvailable,
  toProblem,
} from './service-error.ts';
export { parseStrictJson } from './strict-json.ts';
export { appendReceipts, stageReceipt } from './receipts.ts';
export { decisionsNamespace } from './derived-event-id.ts';
export { eventIdOf } from './event-id.ts';
export {
  type StandingOptions,
  type TargetStanding,
  targetStanding,
  targetStandings,
} from './target-standing.ts';
export { type AdmittedEvent, type View, type ViewSummary, createView } from './view.ts';
export { openViewDatabase } from './view-database.ts';
export { type ViewQueries, viewQueries } from './view-queries.ts';
