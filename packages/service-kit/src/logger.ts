import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

const secrets = [
  'token',
  'authorization',
  'secret',
  'privateKey',
  '*.token',
  '*.authorization',
  '*.secret',
  '*.privateKey',
];

/** One JSON line an event on standard error; secrets never reach it. */
export function createLogger(
  { service, level = 'info' }: { service: string; level?: string },
  destination: DestinationStream = pino.destination(2),
): Logger {
  return pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secrets, censor: '[redacted]' },
    },
    destination,
  );
}
