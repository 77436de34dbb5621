import kafkajs, { type Admin, type ITopicConfig } from 'kafkajs';
import type { TopicDefinition } from '../event-log.ts';

/** Copies of each record: 3 in production; 1 is the explicit profile of a single node. */
export type Copies = 1 | 3;

const maximumRecordBytes = 4 * 1024 * 1024;
const minimumOffsetsRetentionMinutes = 365 * 24 * 60;

/** What `kafka-topics --create` would be given for a topic (DESIGN §5, FAULTS §3.2). */
export function topicConfig(definition: TopicDefinition, copies: Copies): ITopicConfig {
  return {
    topic: definition.name,
    numPartitions: definition.partitions,
    replicationFactor: copies,
    configEntries: Object.entries(wantedSettings(definition, copies)).map(([name, value]) => ({
      name,
      value,
    })),
  };
}

function wantedSettings({ cleanup }: TopicDefinition, copies: Copies): Record<string, string> {
  return {
    'cleanup.policy': cleanup,
    ...(cleanup === 'delete' && { 'retention.ms': '-1', 'retention.bytes': '-1' }),
    'max.message.bytes': String(maximumRecordBytes),
    'message.timestamp.type': 'LogAppendTime',
    'min.insync.replicas': copies === 1 ? '1' : '2',
    'unclean.leader.election.enable': 'false',
  };
}

/**
 * Everything about the topics that could lose, reorder or refuse an event, each as one sentence with its remedy; empty
 * when all is as wanted.
 */
export async function topicFaults(
  admin: Admin,
  definitions: readonly TopicDefinition[],
  copies: Copies,
): Promise<string[]> {
  const existing = new Set(await admin.listTopics());
  const missing = definitions.filter(({ name }) => !existing.has(name));
  const present = definitions.filter(({ name }) => existing.has(name));
  return [
    ...missing.map(({ name }) => `topic ${name} is missing: run gongwen topics ensure`),
    ...(await partitionFaults(admin, present, copies)),
    ...(await settingFaults(admin, present, copies)),
  ];
}

async function partitionFaults(
  admin: Admin,
  definitions: readonly TopicDefinition[],
  copies: Copies,
): Promise<string[]> {
  if (definitions.length === 0) return [];
  const { topics } = await admin.fetchTopicMetadata({ topics: definitions.map(({ name }) => name) });
  return definitions.flatMap(({ name, partitions }) => {
    const found = topics.find((topic) => topic.name === name)?.partitions ?? [];
    const fewest = Math.min(...found.map(({ replicas }) => replicas.length));
    return [
      ...(found.length === partitions
        ? []
        : [
            `topic ${name} has ${found.length} partitions, expected ${partitions}: a partition count is fixed for ever; configure the count that the topic has, or start with a new log`,
          ]),
      ...(fewest >= copies
        ? []
        : [
            `topic ${name} has ${fewest} copies, expected ${copies}: raise them with kafka-reassign-partitions, or say that this is a single node (GONGWEN_KAFKA_COPIES=1)`,
          ]),
    ];
  });
}

async function settingFaults(
  admin: Admin,
  definitions: readonly TopicDefinition[],
  copies: Copies,
): Promise<string[]> {
  if (definitions.length === 0) return [];
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: definitions.map(({ name }) => ({ type: kafkajs.ConfigResourceTypes.TOPIC, name })),
  });
  return definitions.flatMap((definition) => {
    const entries =
      resources.find(({ resourceName }) => resourceName === definition.name)?.configEntries ?? [];
    const found = new Map(entries.map(({ configName, configValue }) => [configName, configValue]));
    return Object.entries(wantedSettings(definition, copies)).flatMap(([setting, wanted]) =>
      isAsWanted(setting, found.get(setting), wanted)
        ? []
        : [
            `topic ${definition.name}: ${setting} is ${found.get(setting)}, expected ${wanted}: kafka-configs --alter --entity-type topics --entity-name ${definition.name} --add-config ${setting}=${wanted}`,
          ],
    );
  });
}

/** More than wanted is as good for a size and for the copies that must be in step. */
function isAsWanted(setting: string, found: string | undefined, wanted: string): boolean {
  const isMinimum = setting === 'max.message.bytes' || setting === 'min.insync.replicas';
  return isMinimum ? Number(found) >= Number(wanted) : found === wanted;
}

/** Settings of the brokers that could make a topic by mistake, elect a stale leader or forget a group’s position. */
export async function brokerFaults(admin: Admin): Promise<string[]> {
  const { brokers } = await admin.describeCluster();
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: brokers.map(({ nodeId }) => ({
      type: kafkajs.ConfigResourceTypes.BROKER,
      name: String(nodeId),
    })),
  });
  return resources.flatMap(({ resourceName, configEntries }) => {
    const found = new Map(configEntries.map(({ configName, configValue }) => [configName, configValue]));
    const faults = [
      ...(['auto.create.topics.enable', 'unclean.leader.election.enable'] as const).flatMap((setting) =>
        found.get(setting) === 'false' ? [] : [`${setting} is ${found.get(setting)}, expected false`],
      ),
      ...(Number(found.get('offsets.retention.minutes')) >= minimumOffsetsRetentionMinutes
        ? []
        : [
            `offsets.retention.minutes is ${found.get('offsets.retention.minutes')}, expected at least ${minimumOffsetsRetentionMinutes}`,
          ]),
    ];
    return faults.map(
      (fault) => `broker ${resourceName}: ${fault}: set it in its server.properties and restart it`,
    );
  });
}
