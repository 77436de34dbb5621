import { createMetrics } from '@gongwen/service-kit';
import { parser } from '@prometheus-io/lezer-promql';

/** Of Prometheus itself, and what infra/prometheus/scrape.yaml adds. */
const fromScraping = { names: ['up'], labels: ['job', 'role', 'pod', 'instance', 'le'] };
const suffixes: Readonly<Record<string, readonly string[]>> = { histogram: ['_bucket', '_sum', '_count'] };

export interface KnownMetrics {
  readonly names: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
}

/** The metrics that a role really has, by asking the code that makes them. */
export async function knownMetrics(): Promise<KnownMetrics> {
  const { registry } = createMetrics({ processMetrics: true });
  const metrics = await registry.getMetricsAsJSON();
  const names = metrics.flatMap(({ name, type }) =>
    (suffixes[String(type)] ?? ['']).map((suffix) => `${name}${suffix}`),
  );
  const labels = registry.getMetricsAsArray().flatMap((metric) =>
    // known to the library, not to its types
    'labelNames' in metric && Array.isArray(metric.labelNames) ? metric.labelNames.map(String) : [],
  );
  return {
    names: new Set([...names, ...fromScraping.names]),
    labels: new Set([...labels, ...fromScraping.labels]),
  };
}

/** What is wrong with an expression: its grammar, or a metric or label that nothing has. */
export function expressionFaults(expression: string, { names, labels }: KnownMetrics): string[] {
  const text = expression.replaceAll('$__rate_interval', '5m');
  const faults: string[] = [];
  parser.parse(text).iterate({
    enter(node) {
      const word = text.slice(node.from, node.to);
      if (node.type.isError) faults.push(`cannot be read at “${text.slice(node.from, node.from + 20)}”`);
      if (node.name === 'Identifier' && !names.has(word)) faults.push(`there is no metric ${word}`);
      if (node.name === 'LabelName' && !labels.has(word)) faults.push(`there is no label ${word}`);
    },
  });
  return faults;
}
