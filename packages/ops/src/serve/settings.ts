import {
  type Settings,
  choiceSetting,
  countSetting,
  listSetting,
  portSetting,
  secretSetting,
  textSetting,
  urlSetting,
} from '@gongwen/service-kit';

/** Where a role listens, what it says, what it keeps. */
const processSettings = {
  GONGWEN_HOST: textSetting('监听地址 / address to listen on', '127.0.0.1'),
  GONGWEN_PORT: portSetting('端口，0 为自动 / port, 0 = a free one', 8080),
  GONGWEN_LOG_LEVEL: choiceSetting(
    '日志级别 / least level logged',
    ['debug', 'info', 'warn', 'error'],
    'info',
  ),
} satisfies Settings;

export const logSettings = {
  GONGWEN_KAFKA_BROKERS: listSetting('Kafka 地址 / brokers, host:port'),
  GONGWEN_KAFKA_TLS: choiceSetting('以 TLS 连接 / connect by TLS', ['true', 'false'], 'false'),
  GONGWEN_KAFKA_SASL_MECHANISM: choiceSetting(
    'SASL 机制，空为不用 / none when empty',
    ['', 'scram-sha-512', 'scram-sha-256', 'plain'],
    '',
  ),
  GONGWEN_KAFKA_USERNAME: textSetting('SASL 用户名 / user', ''),
  GONGWEN_KAFKA_PASSWORD: secretSetting('SASL 口令 / password', ''),
  GONGWEN_KAFKA_COPIES: choiceSetting(
    '每条记录的副本数；1 仅限单机 / copies of each record; 1 = the single-node profile',
    ['3', '1'],
    '3',
  ),
  GONGWEN_KAFKA_PARTITIONS: countSetting(
    '分区数，建立后永不改变 / partitions, fixed for ever once made',
    [1, 1_000],
    12,
  ),
} satisfies Settings;

export const storeSettings = {
  GONGWEN_S3_ENDPOINT: urlSetting('S3 地址，空为 AWS / endpoint, empty = AWS', ''),
  GONGWEN_S3_REGION: textSetting('区域 / region', 'us-east-1'),
  GONGWEN_S3_BUCKET: textSetting('存储桶，须已存在 / bucket, must exist'),
  GONGWEN_S3_ACCESS_KEY_ID: textSetting(
    '访问密钥，空为环境默认 / access key, empty = the SDK’s own ways',
    '',
  ),
  GONGWEN_S3_SECRET_ACCESS_KEY: secretSetting('访问密钥的口令 / its secret', ''),
} satisfies Settings;

export const indexSettings = {
  GONGWEN_OPENSEARCH_URL: urlSetting('OpenSearch 地址 / address'),
  GONGWEN_OPENSEARCH_USERNAME: textSetting('用户名，空为不认证 / user, none when empty', ''),
  GONGWEN_OPENSEARCH_PASSWORD: secretSetting('口令 / password', ''),
  GONGWEN_OPENSEARCH_INDEX: textSetting('索引别名 / alias of the live index', 'documents'),
  GONGWEN_OPENSEARCH_REPLICAS: countSetting('副本数 / replicas', [0, 10], 1),
} satisfies Settings;

const targetName = {
  GONGWEN_TARGET_NAME: textSetting('推送目标的名称 / name of the delivery target', 'province'),
} satisfies Settings;

const publisherSettings = {
  GONGWEN_DATA: textSetting(
    '视图所在目录，一个进程一个，可丢弃 / folder of the view, one a process, may be lost',
    '.gongwen',
  ),
  GONGWEN_GATES: textSetting(
    '发布前审查规则 JSON 文件，空为默认 / file of gates before publication, empty = default',
    '',
  ),
  GONGWEN_WORDING_CHECK_URL: urlSetting(
    '错敏词检查地址，空为不检查 / checker of wording, none when empty',
    '',
  ),
  GONGWEN_DEPARTMENTS: textSetting('部门清单 JSON 文件 / file of departments and hashes of their keys'),
  GONGWEN_JWKS_URL: urlSetting('JWT 公钥集地址，空为不用 JWT / key set of tokens, none when empty', ''),
  GONGWEN_JWT_ISSUER: textSetting('JWT 签发者 / issuer of tokens', ''),
  GONGWEN_JWT_AUDIENCE: textSetting('JWT 受众 / audience of tokens', 'gongwen'),
  GONGWEN_REQUESTS_PER_SECOND: countSetting(
    '每部门每秒请求数 / requests a second of a department',
    [1, 100_000],
    20,
  ),
} satisfies Settings;

/** Where deliveries go, and what signs them. */
export const targetSettings = {
  ...targetName,
  GONGWEN_TARGET_URL: urlSetting('推送目标的地址 / where changes are pushed to'),
  GONGWEN_TARGET_SIGNING_KEY: secretSetting('签名私钥 whsk_… / key that signs deliveries'),
} satisfies Settings;

const portalSettings = {
  GONGWEN_PUBLIC_URL: urlSetting('公众看到的地址，用于链接与二维码 / address that the public sees'),
  GONGWEN_SYNONYMS_FILE: textSetting(
    '同义名称 JSON 文件，补充自带的机关简称 / file of names that mean the same, besides those shipped',
    '',
  ),
} satisfies Settings;

/** What each role is configured by (docs/configuration.md). */
export const roleSettings = {
  publisher: { ...processSettings, ...logSettings, ...storeSettings, ...publisherSettings, ...targetName },
  archiver: { ...processSettings, ...logSettings, ...storeSettings },
  indexer: { ...processSettings, ...logSettings, ...indexSettings },
  syndicator: { ...processSettings, ...logSettings, ...targetSettings },
  portal: { ...processSettings, ...indexSettings, ...storeSettings, ...portalSettings },
} satisfies Readonly<Record<string, Settings>>;

export type Role = keyof typeof roleSettings;
export const roles = Object.keys(roleSettings) as readonly Role[];
