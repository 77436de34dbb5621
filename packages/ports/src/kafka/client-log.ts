import type { logCreator } from 'kafkajs';

export type Warn = (message: string) => void;

const errorLevel = 1;
const warnLevel = 2;
const quietMs = 10_000;

/** A broker that is away makes the client complain five times a second: each kind is told once in ten seconds. */
export function createClientLog(warn: Warn): logCreator {
  const toldAt = new Map<string, number>();
  return () =>
    ({ level, namespace, log }) => {
      if (level !== errorLevel && level !== warnLevel) return;
      const message = `${namespace}: ${log.message}`;
      const now = Date.now();
      if (now - (toldAt.get(message) ?? Number.NEGATIVE_INFINITY) < quietMs) return;
      if (toldAt.size > 100) toldAt.clear(); // messages may hold addresses
      toldAt.set(message, now);
      warn(message);
    };
}
