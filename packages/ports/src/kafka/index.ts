export { type KafkaEventLogOptions, createKafkaEventLog, kafkaFaults } from './event-log.ts';
