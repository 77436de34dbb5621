import { ServiceError } from '@gongwen/service-kit';

export interface RateLimitOptions {
  /** Requests a second that a department may make for long. Default 500. */
  readonly perSecond?: number;
  /** Requests at once. Default 1 000. */
  readonly burst?: number;
  readonly now: () => Date;
}

/** A token bucket for each department, so that one loud department costs the others nothing. */
export function createRateLimit({
  perSecond = 500,
  burst = 1_000,
  now,
}: RateLimitOptions): (department: string) => void {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (department) => {
    const at = now().getTime();
    const bucket = buckets.get(department) ?? { tokens: burst, at };
    const tokens = Math.min(burst, bucket.tokens + (Math.max(0, at - bucket.at) / 1000) * perSecond);
    buckets.set(department, { tokens: Math.max(0, tokens - 1), at });
    if (tokens < 1) throw new ServiceError('RATE_LIMITED', { retryAfterSeconds: 1 });
  };
}
