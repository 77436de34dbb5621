import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { deploymentFaults } from './check-deployment.ts';
import { cliPaths } from './deployment/command-faults.ts';
import { knownMetrics } from './deployment/known-metrics.ts';
import { type Tree, readSource, textOf } from './deployment/tree.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const metrics = await knownMetrics();
const tree = readTree();

const dockerfile = 'infra/docker/Dockerfile';
const compose = 'infra/compose.yaml';
const example = 'infra/.env.example';
const base = 'infra/kubernetes/base/';
const publisher = `${base}publisher.yaml`;
const settings = `${base}kustomization.yaml`;
const production = 'infra/kubernetes/overlays/production/';
const secrets = `${production}secrets.example.yaml`;
const alerts = 'infra/prometheus/alerts.yaml';
const dashboard = 'infra/grafana/gongwen.json';

describe('the deployment', () => {
  it('agrees with the code and is safe to run', () => {
    expect(tree.size).toBeGreaterThan(30);
    expect(deploymentFaults(tree, metrics)).toEqual([]);
  });

  it('knows the metrics of the code, and their labels', () => {
    expect(metrics.names).toContain('gongwen_stage_latency_seconds_bucket');
    expect(metrics.names).toContain('process_start_time_seconds');
    expect(metrics.labels).toContain('outcome');
  });
});

describe('the checks', () => {
  // prettier-ignore
  it.each<[string, string, string, string, string]>([
    ['a base image without a version', dockerfile, 'node:24.21.0-bookworm-slim AS', 'node:latest AS', 'node:latest is not pinned'],
    ['another Node than that of the tests', dockerfile, 'node:24.21.0-bookworm-slim AS', 'node:24.0.0-bookworm-slim AS', 'is not the Node'],
    ['an image that runs as root', dockerfile, 'USER 1000:1000', 'USER root', 'USER is root'],
    ['an entry by a shell', dockerfile, 'ENTRYPOINT ["node", "/app/packages/ops/src/cli.ts", "serve"]', 'ENTRYPOINT node cli.ts serve', 'ENTRYPOINT is no list'],
    ['an image without a health check', dockerfile, 'HEALTHCHECK ', 'LABEL ', 'there is no HEALTHCHECK'],

    ['YAML that cannot be read', compose, 'services:\n', 'services: [\n', compose],
    ['a service of the latest image', compose, 'versity/versitygw:v1.8.0\n    restart: unless-stopped', 'versity/versitygw:latest\n    restart: unless-stopped', 'versity/versitygw:latest is not pinned'],
    ['an engine that the tests do not run on', compose, 'apache/kafka:4.4.0', 'apache/kafka:4.3.0', 'is not the version of infra/engines'],
    ['an engine of which nothing is known', compose, 'apache/kafka:4.4.0', 'example/kafka:4.4.0', 'nothing is known of'],
    ['an engine without what the adapter asserts', compose, "action.auto_create_index: 'false'", "action.auto_create_index: 'true'", 'action.auto_create_index is true'],
    ['a mistyped setting of an engine', compose, 'DISABLE_SECURITY_PLUGIN', 'DISABLE_SECURITY', 'DISABLE_SECURITY is no known setting'],
    ['a service without a health check', compose, "test: [CMD, wget, -q, -O, /dev/null, 'http://127.0.0.1:7070/-/live']", 'disable: true', 's3: there is no health check'],
    ['an engine that is reached from outside', compose, "volumes: ['kafka:/var/lib/kafka/data']", "ports: ['9092:9092']", 'kafka: is reached from outside'],
    ['a setting that no role has', compose, 'GONGWEN_KAFKA_BROKERS: kafka:9092', 'GONGWEN_KAFKA_BROKER: kafka:9092', 'GONGWEN_KAFKA_BROKER is no setting of publisher'],
    ['a required setting that is not given', compose, 'GONGWEN_DEPARTMENTS: /run/secrets/departments', 'GONGWEN_JWT_ISSUER: example', 'publisher-1: GONGWEN_DEPARTMENTS'],
    ['a value that the role refuses', compose, "GONGWEN_KAFKA_COPIES: '1'", "GONGWEN_KAFKA_COPIES: '2'", 'GONGWEN_KAFKA_COPIES: "2"'],
    ['a secret for a role that has no use for it', compose, '    <<: [*s3, *opensearch]', '    <<: [*s3, *opensearch, *kafka]', 'GONGWEN_KAFKA_BROKERS is no setting of portal'],
    ['a consumer that is alone', compose, 'command: [indexer]', 'command: [archiver]', 'there are too few of indexer'],
    ['a variable that the example does not have', example, 'PUBLIC_URL=', 'PUBLIC_ADDRESS=', 'PUBLIC_URL is missing'],
    ['a variable that nothing uses', example, 'PUBLIC_URL=', 'OTHER=1\nPUBLIC_URL=', 'OTHER is used nowhere'],
    ['an example with a real secret', example, 'S3_SECRET_ACCESS_KEY=REPLACE-secret-key', 'S3_SECRET_ACCESS_KEY=hunter2', 'S3_SECRET_ACCESS_KEY could be taken for a real secret'],

    ['a resource that does not exist', settings, '- topics.yaml', '- topic.yaml', 'topic.yaml does not exist'],
    ['an overlay without a version', `${production}kustomization.yaml`, 'newTag: 0.1.0', 'newTag: latest', 'the image gongwen is not pinned'],
    ['replicas of nothing', `${production}kustomization.yaml`, 'name: indexer, count', 'name: indexers, count', 'replicas of indexers'],
    ['a patch of nothing', `${production}kustomization.yaml`, 'name: to-library', 'name: to-libraries', 'a patch of NetworkPolicy to-libraries'],
    ['a pod that may be root', publisher, 'runAsNonRoot: true', 'runAsNonRoot: false', 'may run as root'],
    ['a pod without seccomp', publisher, 'type: RuntimeDefault', 'type: Unconfined', 'has no seccomp profile'],
    ['a pod with a token', publisher, 'automountServiceAccountToken: false', 'automountServiceAccountToken: true', 'is given a token'],
    ['a container that may gain privileges', publisher, 'allowPrivilegeEscalation: false', 'allowPrivilegeEscalation: true', 'may gain privileges'],
    ['a container that may write', publisher, 'readOnlyRootFilesystem: true', 'readOnlyRootFilesystem: false', 'may write to its root'],
    ['a container with capabilities', publisher, 'drop: [ALL]', 'drop: [NET_RAW]', 'keeps capabilities'],
    ['a container without a limit', publisher, "limits: { cpu: '2', memory: 1Gi }", "limits: { cpu: '2' }", 'has no limits of memory'],
    ['a container of no version', publisher, 'image: gongwen:0.1.0', 'image: gongwen', 'gongwen is not pinned'],
    ['a mount of no volume', publisher, '- name: view\n', '- name: views\n', 'mounts view, which is no volume'],
    ['a missing probe', publisher, 'startupProbe:', 'startProbe:', 'startupProbe asks undefined'],
    ['a probe of another path', publisher, 'path: /readyz', 'path: /health', 'readinessProbe asks /health'],
    ['another role than the name says', publisher, 'args: [publisher]', 'args: [portal]', 'runs portal, expected publisher'],
    ['a role that is not spread', publisher, 'topologySpreadConstraints:', 'spread:', 'publisher is not spread'],
    ['a role without a budget', publisher, 'kind: PodDisruptionBudget', 'kind: PodBudget', 'publisher has no PodDisruptionBudget'],
    ['a role that is missing', `${base}indexer.yaml`, 'labels: &labels\n    app.kubernetes.io/name: gongwen\n    app.kubernetes.io/component: indexer', 'labels: &labels\n    app.kubernetes.io/name: gongwen\n    app.kubernetes.io/component: index', 'there is no workload of indexer'],
    ['a ConfigMap that does not exist', publisher, 'name: gongwen-kafka }', 'name: gongwen-log }', 'takes gongwen-log, which is no ConfigMap'],
    ['a mistyped setting in a ConfigMap', settings, 'GONGWEN_S3_BUCKET=', 'GONGWEN_BUCKET=', 'GONGWEN_BUCKET is no setting of archiver'],
    ['a required setting missing in a ConfigMap', settings, '- GONGWEN_PUBLIC_URL=https://gongwen.example.gov.cn', '- GONGWEN_LOG_LEVEL=info', 'GONGWEN_PUBLIC_URL'],
    ['a wrong value in a ConfigMap', settings, 'SASL_MECHANISM=scram-sha-512', 'SASL_MECHANISM=scram', 'GONGWEN_KAFKA_SASL_MECHANISM: "scram"'],
    ['a setting that the operator would not read', `${base}operator.yaml`, 'GONGWEN_DATA', 'GONGWEN_FOLDER', 'GONGWEN_FOLDER is no setting'],
    ['a policy for nobody', `${base}network.yaml`, 'values: [syndicator, operator]', 'values: [syndication, operator]', 'selects syndication'],
    ['a role that cannot reach its engine', `${base}network.yaml`, 'values: [indexer, portal, operator]', 'values: [portal, operator]', 'indexer is not let through by to-opensearch'],
    ['a service for nobody', publisher, 'kind: Service\nmetadata:\n  name: publisher\n  labels: &labels\n    app.kubernetes.io/name: gongwen\n    app.kubernetes.io/component: publisher', 'kind: Service\nmetadata:\n  name: publisher\n  labels: &labels\n    app.kubernetes.io/name: gongwen\n    app.kubernetes.io/component: gateway', 'Service publisher selects gateway'],
    ['a network where nothing is denied', `${base}network.yaml`, 'policyTypes: [Ingress, Egress]', 'policyTypes: [Ingress]', 'nothing denies by default'],
    ['a Secret of two credentials', secrets, '  private-key: whsk_REPLACE\n', '  private-key: whsk_REPLACE\n  password: REPLACE\n', 'target-signing-key is not one credential'],
    ['a Secret that is real', secrets, 'whsk_REPLACE', 'whsk_c2VjcmV0', 'could be taken for a real secret'],
    ['a Secret that nobody describes', publisher, 'secretName: departments', 'secretName: department', 'the Secret department is not described'],
    ['a key that a Secret does not have', publisher, 'key: username', 'key: user', 'the Secret kafka-publisher has no user'],
    ['a Secret of two owners', publisher, 'name: kafka-publisher, key: password', 'name: kafka-archiver, key: password', 'kafka-archiver is shared by'],
    ['a Secret that nobody uses', secrets, 'name: departments\n', 'name: departments-old\n', 'departments-old is used by nobody'],

    ['an alert on a metric that does not exist', alerts, 'gongwen_search_requests_total{outcome="failed"}', 'gongwen_searches_total{outcome="failed"}', 'there is no metric gongwen_searches_total'],
    ['an alert on a label that does not exist', alerts, 'gongwen_search_requests_total{outcome="failed"}', 'gongwen_search_requests_total{result="failed"}', 'there is no label result'],
    ['an alert that Prometheus cannot read', alerts, 'max by (group) (kafka_consumergroup_group_lag_seconds) > 60', 'max by (group (kafka_consumergroup_group_lag_seconds) > 60', 'cannot be read'],
    ['an alert without a severity', alerts, 'severity: critical', 'level: critical', 'has no severity'],
    ['an alert in one language', alerts, '检索缓慢 / one search', 'one search', 'is not told in both languages'],
    ['an alert without a page', alerts, 'alert: GongwenSearchSlow', 'alert: GongwenSearchSlower', 'docs/operations/search-slower.md does not exist'],
    ['an alert that names another page', alerts, '/docs/operations/search-slow.md', '/docs/operations/search.md', 'expected docs/operations/search-slow.md'],
    ['a page without an alert', alerts, 'alert: GongwenSearchSlow', 'alert: GongwenSearchSlower', 'docs/operations/search-slow.md: there is no such alert'],
    ['a page that does not say how to mend', 'docs/operations/search-slow.md', '## 处理 Mend', '## Mend', 'search-slow.md does not answer'],
    ['a panel of a metric that does not exist', dashboard, '(gongwen_dead_letters_total)', '(gongwen_dlq_depth)', 'there is no metric gongwen_dlq_depth'],
    ['a page with a command that does not exist', 'docs/operations/index.md', '`gongwen audit`', '`gongwen dlq`', 'there is no gongwen dlq'],
    ['a page with an option that does not exist', 'docs/operations/search-slow.md', 'gongwen rebuild --list', 'gongwen rebuild --show', 'gongwen rebuild has no --show'],
  ])('find %s', (_name, path, from, to, fault) => {
    expect(faultsAfter(path, from, to)).toEqual(expect.arrayContaining([expect.stringContaining(fault)]));
  });
});

/** The repository’s own files, with one text in one of them replaced. */
function faultsAfter(path: string, from: string, to: string): string[] {
  const text = textOf(tree, path);
  expect(text.includes(from), `${path} has ${from}`).toBe(true);
  const source = readSource(
    path,
    text.replace(from, () => to),
  );
  return deploymentFaults(new Map(tree).set(path, source), metrics);
}

function readTree(): Tree {
  const single = ['package.json', ...cliPaths];
  const below = ['infra', 'docs/operations'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length)),
  );
  return new Map(
    [...single, ...below].map((path) => [path, readSource(path, readFileSync(join(root, path), 'utf8'))]),
  );
}
