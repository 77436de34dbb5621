import { setTimeout as delay } from 'node:timers/promises';

const deadlineMs = 10_000;
const againAfterMs = 200;

/** Repeats a question to the brokers, since the client gives up at the first broken connection. Rejects after 10 s. */
export async function persist<Answer>(what: string, ask: () => Promise<Answer>): Promise<Answer> {
  const until = Date.now() + deadlineMs;
  for (;;) {
    try {
      return await withDeadline(ask(), until);
    } catch (cause) {
      if (Date.now() + againAfterMs >= until) throw new Error(`Kafka did not tell ${what}`, { cause });
      await delay(againAfterMs);
    }
  }
}

async function withDeadline<Answer>(promise: Promise<Answer>, until: number): Promise<Answer> {
  const timer = new AbortController();
  const late = delay(until - Date.now(), undefined, { signal: timer.signal }).then(() => {
    throw new Error('no answer in time');
  });
  late.catch(() => undefined);
  return Promise.race([promise, late]).finally(() => timer.abort());
}
