import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { Logger } from './logger.ts';
import { type ProblemDetails, ServiceError, isServiceError, toProblem } from './service-error.ts';

/** What the middleware gives to every handler. */
export interface HttpEnvironment {
  Variables: { requestId: string };
}

export type HttpApp = Hono<HttpEnvironment>;

/** An application whose every answer has a request id and whose every error is a problem of RFC 9457. */
export function createHttpApp({ logger }: { logger: Logger }): HttpApp {
  const app: HttpApp = new Hono<HttpEnvironment>();
  app.use(async (context, next) => {
    const given = context.req.header('x-request-id') ?? '';
    context.set('requestId', /^[\w.-]{1,64}$/.test(given) ? given : randomUUID());
    await next();
    context.header('x-request-id', context.get('requestId'));
    context.header('x-content-type-options', 'nosniff');
  });
  app.onError((error, context) => {
    if (!isServiceError(error)) {
      logger.error({ err: error, requestId: context.get('requestId') }, 'request failed unexpectedly');
    }
    return problemAnswer(context, error);
  });
  app.notFound((context) => problemAnswer(context, notFoundError(app, context)));
  return app;
}

/** An error as an HTTP answer. */
export function problemAnswer(context: Context, error: unknown): Response {
  const problem = toProblem(error, String(context.get('requestId')));
  const headers = new Headers({
    'content-type': 'application/problem+json; charset=utf-8',
    'x-request-id': problem.requestId,
    'cache-control': 'no-store',
  });
  if (problem.retryAfterSeconds !== undefined) headers.set('retry-after', String(problem.retryAfterSeconds));
  if (problem.status === 401) headers.set('www-authenticate', 'Bearer');
  const allow =
    isServiceError(error) && error.code === 'METHOD_NOT_ALLOWED' ? context.get('allow') : undefined;
  if (allow) headers.set('allow', String(allow));
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** 405 when another method is served at this path, else 404. */
function notFoundError(app: HttpApp, context: Context): ServiceError {
  const path = context.req.path;
  const allowed = new Set(
    app.routes
      .filter((route) => route.method !== 'ALL' && matches(route.path, path))
      .map((route) => route.method),
  );
  if (allowed.size === 0) return new ServiceError('NOT_FOUND', describe(path));
  context.set('allow', [...allowed].join(', '));
  return new ServiceError('METHOD_NOT_ALLOWED');
}

function matches(pattern: string, path: string): boolean {
  const expected = pattern.split('/');
  const got = path.split('/');
  return (
    expected.length === got.length &&
    expected.every((part, index) => part.startsWith(':') || part === got[index])
  );
}

function describe(path: string): ProblemDetails {
  const shown = path.replaceAll(/[^\w/:.-]/g, '�').slice(0, 80);
  return { zh: `没有 ${shown} 这个地址。`, en: `There is nothing at ${shown}.` };
}
