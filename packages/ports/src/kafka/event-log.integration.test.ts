import { describe, inject } from 'vitest';
import { testEventLog } from '../event-log.contract.ts';
import { createKafkaEventLog } from './event-log.ts';

const engines = inject('engines');

describe.skipIf(!engines)('Kafka', () => {
  const brokers = engines?.kafka.brokers ?? [];
  testEventLog('Kafka', () => createKafkaEventLog({ brokers, copies: 1 }));
});
