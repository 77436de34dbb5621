const firstMs = 500;
const longestMs = 300_000;
const longestRetryAfterSeconds = 60;

/**
 * How long to wait after a failed attempt (from 1): full jitter, so that many clients do not come back together, but no
 * less than the server asks for. What it asks for is capped, since a mistaken hour would stop a department’s work.
 */
export function retryDelayMs(
  attempt: number,
  retryAfterSeconds: number | undefined,
  random: () => number,
): number {
  const jitterMs = random() * Math.min(firstMs * 2 ** (attempt - 1), longestMs);
  return Math.max(jitterMs, Math.min(retryAfterSeconds ?? 0, longestRetryAfterSeconds) * 1000);
}

const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Seconds or an HTTP date (RFC 9110 §10.2.3) as seconds from now; anything else, and the past, is as if not said. */
export function parseRetryAfter(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header);
  // Date.parse reads a date into almost anything, so the form is checked before
  if (!httpDate.test(header)) return undefined;
  const seconds = (Date.parse(header) - now.getTime()) / 1000;
  return seconds >= 0 ? Math.ceil(seconds) : undefined;
}
