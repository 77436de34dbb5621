import { GenericContainer, type StartedTestContainer, Wait, getContainerRuntimeClient } from 'testcontainers';
import type { RunningEngines } from './engines.ts';
import { freePorts } from './free-ports.ts';

/** The same versions as `infra/compose.yaml`. */
const images = {
  kafka: 'apache/kafka:4.4.0',
  s3: 'versity/versitygw:v1.8.0',
  opensearch: 'opensearchproject/opensearch:3.8.0',
};
const account = { accessKeyId: 'testkey', secretAccessKey: 'testsecret' };

export async function isContainerRuntimeThere(): Promise<boolean> {
  return getContainerRuntimeClient().then(
    () => true,
    () => false,
  );
}

/** Starts all three as containers that end with their owner. */
export async function startContainers(): Promise<RunningEngines> {
  await using starting = new AsyncDisposableStack();
  const kafkaPort = await freePorts(1);
  const [kafka, s3, opensearch] = await Promise.all([startKafka(kafkaPort), startS3(), startOpenSearch()]);
  for (const container of [kafka, s3, opensearch]) starting.defer(async () => void (await container.stop()));
  const running = starting.move();
  return {
    engines: {
      kafka: { brokers: [`${kafka.getHost()}:${kafkaPort}`] },
      s3: { endpoint: addressOf(s3, 7070), region: 'us-east-1', ...account },
      opensearch: { url: addressOf(opensearch, 9200) },
    },
    origin: 'containers',
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

/** Clients come back to the advertised address, so the port outside must be known before the start. */
function startKafka(port: number): Promise<StartedTestContainer> {
  return new GenericContainer(images.kafka)
    .withExposedPorts({ container: port, host: port })
    .withEnvironment({
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_LISTENERS: `PLAINTEXT://:${port},CONTROLLER://:9093`,
      KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://localhost:${port}`,
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
      KAFKA_LOG_RETENTION_MS: '-1',
      KAFKA_LOG_MESSAGE_TIMESTAMP_TYPE: 'LogAppendTime',
      KAFKA_OFFSETS_RETENTION_MINUTES: '5256000',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
    })
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
    .start();
}

function startS3(): Promise<StartedTestContainer> {
  return new GenericContainer(images.s3)
    .withExposedPorts(7070)
    .withEnvironment({
      ROOT_ACCESS_KEY_ID: account.accessKeyId,
      ROOT_SECRET_ACCESS_KEY: account.secretAccessKey,
    })
    .withCommand(['--port', ':7070', '--health', '/-/live', 'posix', '/data'])
    .withTmpFs({ '/data': 'rw' })
    .withWaitStrategy(Wait.forHttp('/-/live', 7070))
    .start();
}

function startOpenSearch(): Promise<StartedTestContainer> {
  return new GenericContainer(images.opensearch)
    .withExposedPorts(9200)
    .withEnvironment({
      'discovery.type': 'single-node',
      DISABLE_SECURITY_PLUGIN: 'true',
      DISABLE_INSTALL_DEMO_CONFIG: 'true',
      OPENSEARCH_JAVA_OPTS: '-Xms512m -Xmx512m',
      'action.auto_create_index': 'false',
      'action.destructive_requires_name': 'true',
    })
    .withWaitStrategy(Wait.forHttp('/_cluster/health?wait_for_status=yellow', 9200))
    .start();
}

function addressOf(container: StartedTestContainer, port: number): string {
  return `http://${container.getHost()}:${container.getMappedPort(port)}`;
}
