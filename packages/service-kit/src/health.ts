import type { HttpApp } from './http-app.ts';
import type { Metrics } from './metrics.ts';

/** What a role cannot work without; `undefined` = fine, else what is missing. */
export type ReadinessCheck = () => Promise<string | undefined>;

export interface HealthOptions {
  readonly metrics: Metrics;
  readonly version: string;
  readonly checks: Readonly<Record<string, ReadinessCheck>>;
}

/** `/livez` (the process), `/readyz` (only what this role needs, so that one slow part is no full outage), `/metrics`, `/version`. */
export function mountHealth(app: HttpApp, { metrics, version, checks }: HealthOptions): void {
  app.get('/livez', (context) => context.json({ status: 'ok' }));
  app.get('/version', (context) => context.json({ version }));
  app.get('/readyz', async (context) => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, (await check()) ?? 'ok'] as const),
    );
    const isReady = results.every(([, result]) => result === 'ok');
    return context.json(
      { status: isReady ? 'ok' : 'not ready', checks: Object.fromEntries(results) },
      isReady ? 200 : 503,
    );
  });
  app.get('/metrics', async (context) => {
    context.header('content-type', metrics.registry.contentType);
    return context.body(await metrics.registry.metrics());
  });
}
