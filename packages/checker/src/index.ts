export { type Evidence, type Finding, type Observation, checkHistory } from './check-history.ts';
export { type Contradiction, type LivesChecked, checkLives } from './check-lives.ts';
export { type ClientHistory, type ClientOperation, openClientHistory } from './client-history.ts';
export {
  type Comparison,
  type Difference,
  type Holdings,
  type Stores,
  compareStores,
} from './compare-stores.ts';
export { type AdmittedVersion, type LogFacts, foldLog } from './fold-log.ts';
