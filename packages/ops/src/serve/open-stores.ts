import {
  type EventLog,
  type ObjectStore,
  type SearchIndex,
  type TopicDefinition,
  topicDefinitions,
} from '@gongwen/ports';
import { type KafkaEventLogOptions, createKafkaEventLog, kafkaFaults } from '@gongwen/ports/kafka';
import { createOpenSearchIndex } from '@gongwen/ports/opensearch';
import { createS3ObjectStore } from '@gongwen/ports/s3';
import type { Logger, Values } from '@gongwen/service-kit';
import { CommandError, exitCodes } from '../exit-codes.ts';
import type { indexSettings, logSettings, storeSettings } from './settings.ts';

type LogValues = Values<typeof logSettings>;

export function kafkaOptions(values: LogValues, logger?: Logger): KafkaEventLogOptions {
  const mechanism = values.GONGWEN_KAFKA_SASL_MECHANISM;
  return {
    brokers: values.GONGWEN_KAFKA_BROKERS,
    tls: values.GONGWEN_KAFKA_TLS === 'true',
    copies: values.GONGWEN_KAFKA_COPIES === '1' ? 1 : 3,
    ...(mechanism !== '' && {
      sasl: { mechanism, username: values.GONGWEN_KAFKA_USERNAME, password: values.GONGWEN_KAFKA_PASSWORD },
    }),
    ...(logger && { onWarning: (message: string) => logger.warn({ client: 'kafka' }, message) }),
  };
}

export function definitionsOf(values: LogValues): readonly TopicDefinition[] {
  return topicDefinitions(values.GONGWEN_KAFKA_PARTITIONS);
}

/** @throws CommandError when no broker answers, or topics or brokers are not as they must be, with what mends them */
export async function openLog(values: LogValues, logger?: Logger): Promise<EventLog> {
  const options = kafkaOptions(values, logger);
  const faults = await opening('Kafka', kafkaFaults(options, definitionsOf(values)));
  if (faults.length > 0) {
    throw new CommandError(
      exitCodes.unavailable,
      `Kafka 的设置不符合要求 / Kafka is not set up as it must be:\n  ${faults.join('\n  ')}`,
    );
  }
  return opening('Kafka', createKafkaEventLog(options));
}

/** @throws CommandError when the bucket cannot be used or does not keep its promises */
export async function openStore(values: Values<typeof storeSettings>): Promise<ObjectStore> {
  const { GONGWEN_S3_ACCESS_KEY_ID: accessKeyId, GONGWEN_S3_SECRET_ACCESS_KEY: secretAccessKey } = values;
  const opened = createS3ObjectStore({
    region: values.GONGWEN_S3_REGION,
    bucket: values.GONGWEN_S3_BUCKET,
    ...(values.GONGWEN_S3_ENDPOINT !== '' && { endpoint: values.GONGWEN_S3_ENDPOINT }),
    ...(accessKeyId !== '' && { accessKeyId, secretAccessKey }),
  });
  return opening(`S3 ${values.GONGWEN_S3_BUCKET}`, opened);
}

/** @throws CommandError when the cluster or its index is not as it must be, with what mends it */
export async function openIndex(
  values: Values<typeof indexSettings>,
  { toRebuild = false } = {},
): Promise<SearchIndex> {
  const { GONGWEN_OPENSEARCH_USERNAME: username, GONGWEN_OPENSEARCH_PASSWORD: password } = values;
  const opened = createOpenSearchIndex({
    url: values.GONGWEN_OPENSEARCH_URL,
    name: values.GONGWEN_OPENSEARCH_INDEX,
    replicas: values.GONGWEN_OPENSEARCH_REPLICAS,
    toRebuild,
    ...(username !== '' && { auth: { username, password } }),
  });
  return opening('OpenSearch', opened);
}

/** A service that starts before its engines ends with a sentence, and is started again by whoever runs it. */
export async function opening<Store>(name: string, opened: Promise<Store>): Promise<Store> {
  try {
    return await opened;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new CommandError(exitCodes.unavailable, `${name} 不可用 / cannot be used: ${reason}`);
  }
}
