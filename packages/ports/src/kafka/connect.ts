import kafkajs, { type Kafka, type Producer, type SASLOptions } from 'kafkajs';
import { type Warn, createClientLog } from './client-log.ts';
import { quietRequestQueue } from './quiet-request-queue.ts';

export interface KafkaConnection {
  /** `host:port` of some brokers; the others are found through them. */
  readonly brokers: readonly string[];
  /** Shown in the brokers’ logs. Default `gongwen`. */
  readonly clientId?: string;
  /** Default false. */
  readonly tls?: boolean;
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
  /** Told what the client complains of, each kind at most once in ten seconds. Default: nobody. */
  readonly onWarning?: Warn;
}

/** Retries that end within about seven seconds, since an answer must be known within ten. */
export const retry = {
  initialRetryTime: 100,
  maxRetryTime: 2_000,
  retries: 7,
  factor: 0.2,
  multiplier: 2,
};

export function connectKafka(options: KafkaConnection): Kafka {
  const { brokers, clientId = 'gongwen', tls = false, sasl, onWarning = () => undefined } = options;
  quietRequestQueue();
  return new kafkajs.Kafka({
    clientId,
    brokers: [...brokers],
    ssl: tls,
    ...(sasl && { sasl: sasl as SASLOptions }), // a union by mechanism there, one shape here
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    enforceRequestTimeout: true,
    retry,
    logCreator: createClientLog(onWarning),
  });
}

/** A producer that neither makes topics nor relies on the client’s idempotence, which has lost records. */
export function createProducer(kafka: Kafka): Producer {
  return kafka.producer({
    allowAutoTopicCreation: false,
    idempotent: false,
    // unused, since every record names its partition; without it the client warns
    createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
  });
}
