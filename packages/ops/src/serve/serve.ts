import {
  type HttpApp,
  type Logger,
  type Metrics,
  type ReadinessCheck,
  createHttpApp,
  createLogger,
  createMetrics,
  listen,
  mountHealth,
  readConfiguration,
} from '@gongwen/service-kit';
import { type Role, roleSettings } from './settings.ts';
import { startRole } from './start-role.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What every role is given. */
export interface RoleContext {
  readonly environment: Environment;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly now: () => Date;
}

/** A role at work. */
export interface RunningRole extends AsyncDisposable {
  /** What it serves besides its health. */
  readonly app?: HttpApp;
  readonly checks: Readonly<Record<string, ReadinessCheck>>;
  /** Rejects when it cannot go on; the process then ends and is started anew. */
  readonly ended?: Promise<void>;
}

const version = '0.1.0';

/**
 * Runs one role until the signal aborts.
 *
 * @throws ConfigurationError, CommandError when it cannot start; any error when it cannot go on
 */
export async function serve(role: Role, environment: Environment, signal: AbortSignal): Promise<void> {
  const settings = readConfiguration(roleSettings[role], environment);
  const logger = createLogger({ service: `gongwen-${role}`, level: settings.GONGWEN_LOG_LEVEL });
  const metrics = createMetrics({ processMetrics: true });
  await using started = new AsyncDisposableStack();
  const context = { environment, logger, metrics, now: () => new Date() };
  const running = started.use(await startRole(role, context));
  const app = createHttpApp({ logger });
  mountHealth(app, { metrics, version, checks: running.checks });
  if (running.app) app.route('/', running.app);
  const server = started.use(
    await listen({
      fetch: (request) => app.fetch(request),
      port: settings.GONGWEN_PORT,
      host: settings.GONGWEN_HOST,
    }),
  );
  logger.info({ url: server.url }, 'listening');
  const stopped = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await Promise.race([stopped, ...(running.ended ? [running.ended] : [])]);
  logger.info('stopping');
}
