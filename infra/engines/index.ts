export type { EngineName, EngineProcess } from './engine-process.ts';
export type { Engines, RunningEngines } from './engines.ts';
export { engineProcess } from './engine-process.ts';
export { findEngines } from './find-engines.ts';
export { freePorts } from './free-ports.ts';
export { type Fate, type ProduceProxy, startProduceProxy } from './produce-proxy.ts';
export { type EngineProcesses, type ProcessOptions, startProcesses } from './start-processes.ts';
