import { type GatePolicy, defaultGates } from '@gongwen/domain';
import type { EventLog, ObjectStore } from '@gongwen/ports';
import {
  type HttpApp,
  type Logger,
  type Metrics,
  ServiceError,
  type View,
  createHttpApp,
  isServiceError,
} from '@gongwen/service-kit';
import type { Context } from 'hono';
import { createAccept } from './accept.ts';
import type { Actor } from './actor.ts';
import { type TokenOptions, createAuthenticate } from './authenticate.ts';
import { createCheckWording } from './check-wording.ts';
import { createDecideOnView } from './decide-on-view.ts';
import { type RegisteredDepartment, createDepartmentRegistry } from './department-registry.ts';
import { startDerivedEvents } from './derive/derived-events.ts';
import { mayDecideBy } from './derive/may-decide.ts';
import { createRateLimit } from './rate-limit.ts';
import { mountDocumentRoutes } from './routes/documents.ts';
import { mountFileRoute } from './routes/files.ts';
import { mountReceiptRoute } from './routes/receipts.ts';
import { mountTargetsRoute } from './routes/targets.ts';
import { mountValidateRoute } from './routes/validate.ts';
import type { WordingCheck } from './wording-check.ts';

export interface PublisherOptions {
  readonly log: EventLog;
  readonly store: ObjectStore;
  readonly view: View;
  readonly departments: readonly RegisteredDepartment[];
  readonly tokens?: TokenOptions;
  /** Names of the delivery targets that receipts wait for. */
  readonly targets: readonly string[];
  /** What must come before a text goes out. Default `defaultGates`. */
  readonly gates?: GatePolicy;
  /** Looks through the words before they go out. Default: nobody does. */
  readonly wordingCheck?: WordingCheck;
  readonly requestsPerSecond?: number;
  readonly requestsAtOnce?: number;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly now: () => Date;
}

/** The gateway and, beside it, what writes the events that follow from others. */
export interface Publisher extends AsyncDisposable {
  readonly app: HttpApp;
}

/** The gateway: what departments write goes through here, and nowhere else. */
export function createPublisher(options: PublisherOptions): Publisher {
  const { log, store, view, departments, tokens, targets, logger, metrics, now } = options;
  const { gates = defaultGates, wordingCheck: ask } = options;
  const app = createHttpApp({ logger });
  const registry = createDepartmentRegistry(departments);
  const authenticate = createAuthenticate(registry, tokens);
  const limit = createRateLimit({
    now,
    ...(options.requestsPerSecond !== undefined && { perSecond: options.requestsPerSecond }),
    ...(options.requestsAtOnce !== undefined && { burst: options.requestsAtOnce }),
  });

  async function identify(context: Context): Promise<Actor> {
    const actor = await authenticate(context.req.header('authorization'), now());
    context.set('actor', actor);
    limit(actor.department.id);
    if (view.notReady !== undefined)
      throw new ServiceError('DEPENDENCY_UNAVAILABLE', { retryAfterSeconds: 1 });
    return actor;
  }

  const wording = ask && { checkWording: createCheckWording({ ask, logger, now }) };
  const decideOnView = createDecideOnView({ view, now, gates });
  const accept = createAccept({ log, view, store, metrics, now, targets, decideOnView, ...wording });
  app.use('/v1/*', async (context, next) => {
    await next();
    record(context);
  });
  mountDocumentRoutes(app, { accept, identify, view, registry });
  mountValidateRoute(app, { identify, view, decideOnView, ...wording });
  mountFileRoute(app, { store, identify });
  mountReceiptRoute(app, { view, targets, identify });
  mountTargetsRoute(app, { view, identify, mayDecide: mayDecideBy(registry.department), now });
  const derived = startDerivedEvents({
    view,
    accept,
    mayDecide: mayDecideBy(registry.department),
    logger,
    now,
  });
  return { app, [Symbol.asyncDispose]: () => derived[Symbol.asyncDispose]() };

  /** I10: who did what, with what result. Never the content. */
  function record(context: Context): void {
    const actor = context.get('actor') as Actor | undefined; // set by identify
    const source = actor?.department.id ?? 'unknown';
    const { error } = context;
    const problem = error && (isServiceError(error) ? error.code : 'INTERNAL');
    if (problem) metrics.rejected.inc({ source, problem });
    if (context.req.method === 'GET') return;
    logger.info(
      {
        requestId: context.get('requestId'),
        actor: actor && `${source}/${actor.credential}`,
        method: context.req.method,
        path: context.req.path.slice(0, 200),
        status: context.res.status,
        ...(problem && { problem }),
      },
      'request',
    );
  }
}
