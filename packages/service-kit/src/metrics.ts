import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** The instruments that dashboards know by name. Never labelled by document. */
export interface Metrics {
  readonly registry: Registry;
  readonly accepted: Counter<'source' | 'type'>;
  readonly rejected: Counter<'source' | 'problem'>;
  readonly stageLatency: Histogram<'stage'>;
  readonly oldestPending: Gauge<'stage'>;
  readonly groupLag: Gauge<'group' | 'topic'>;
  readonly groupLagSeconds: Gauge<'group' | 'topic'>;
  readonly deadLetters: Counter<'consumer' | 'error'>;
  readonly pushAttempts: Counter<'endpoint' | 'outcome'>;
  readonly searchRequests: Counter<'outcome'>;
  readonly searchDuration: Histogram;
}

export function createMetrics({ processMetrics = false }: { processMetrics?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (processMetrics) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers });
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Gauge({ name, help, labelNames, registers });
  return {
    registry,
    accepted: counter('gongwen_events_accepted_total', 'Events accepted', ['source', 'type']),
    rejected: counter('gongwen_events_rejected_total', 'Commands refused', ['source', 'problem']),
    stageLatency: new Histogram({
      name: 'gongwen_stage_latency_seconds',
      help: 'From acceptance to the stage’s receipt',
      labelNames: ['stage'],
      buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000],
      registers,
    }),
    oldestPending: gauge('gongwen_stage_oldest_pending_seconds', 'Age of the oldest event not done', [
      'stage',
    ]),
    groupLag: gauge('kafka_consumergroup_group_lag', 'Records not committed', ['group', 'topic']),
    groupLagSeconds: gauge('kafka_consumergroup_group_lag_seconds', 'Age of the oldest record not done', [
      'group',
      'topic',
    ]),
    deadLetters: counter('gongwen_dead_letters_total', 'Records set aside', ['consumer', 'error']),
    pushAttempts: counter('gongwen_push_attempts_total', 'Deliveries tried', ['endpoint', 'outcome']),
    searchRequests: counter('gongwen_search_requests_total', 'Searches', ['outcome']),
    searchDuration: new Histogram({
      name: 'gongwen_search_duration_seconds',
      help: 'Time of a search',
      buckets: [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
      registers,
    }),
  };
}
