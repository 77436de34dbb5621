import type { Engines } from './engines.ts';

/** Addresses of engines that run already: all three, or none. */
export function enginesFromEnvironment(): Engines | undefined {
  const {
    TEST_KAFKA_BROKERS: brokers,
    TEST_S3_ENDPOINT: endpoint,
    TEST_S3_ACCESS_KEY_ID: accessKeyId = 'testkey',
    TEST_S3_SECRET_ACCESS_KEY: secretAccessKey = 'testsecret',
    TEST_S3_REGION: region = 'us-east-1',
    TEST_OPENSEARCH_URL: url,
  } = process.env;
  if (!brokers || !endpoint || !url) return undefined;
  return {
    kafka: { brokers: brokers.split(',') },
    s3: { endpoint, region, accessKeyId, secretAccessKey },
    opensearch: { url },
  };
}

/** Whether tests may not do without engines, as in CI. */
export function areEnginesRequired(): boolean {
  return process.env['REQUIRE_ENGINES'] === '1';
}
