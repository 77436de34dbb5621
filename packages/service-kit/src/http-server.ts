import { type Server, createServer } from 'node:http';
import type { Socket } from 'node:net';
import { randomUUID } from 'node:crypto';
import { getRequestListener } from '@hono/node-server';
import type { ErrorCode } from '@gongwen/schemas';
import { ServiceError, toProblem } from './service-error.ts';

export interface HttpServerOptions {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** 0 chooses a free port. */
  readonly port: number;
  /** Default 127.0.0.1: only this machine. */
  readonly host?: string;
  /** A request that has not arrived whole by then gets 408. Default 30 000. */
  readonly requestTimeoutMs?: number;
}

export interface HttpServer extends AsyncDisposable {
  readonly url: string;
}

const maximumHeaderBytes = 16 * 1024;
const gracefulCloseMs = 10_000;

/** Serves an application with limits on headers and time; what is not even HTTP gets a problem too. */
export async function listen(options: HttpServerOptions): Promise<HttpServer> {
  const { port, host = '127.0.0.1', requestTimeoutMs = 30_000 } = options;
  const handle = getRequestListener(options.fetch);
  const server = createServer(
    {
      maxHeaderSize: maximumHeaderBytes,
      headersTimeout: Math.min(10_000, requestTimeoutMs),
      requestTimeout: requestTimeoutMs,
      connectionsCheckingInterval: Math.min(1_000, requestTimeoutMs),
    },
    (request, response) => {
      // the Fetch standard cannot even represent these methods
      if (request.method !== 'TRACE' && request.method !== 'CONNECT') return void handle(request, response);
      const problem = toProblem(new ServiceError('METHOD_NOT_ALLOWED'), randomUUID());
      response
        .writeHead(problem.status, { 'content-type': 'application/problem+json' })
        .end(JSON.stringify(problem));
    },
  );
  server.on('clientError', answerBrokenRequest);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return { url: urlOf(server, host), [Symbol.asyncDispose]: () => close(server) };
}

function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const problem = toProblem(new ServiceError(brokenRequestCode(error.code)), randomUUID());
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${problem.status} Error\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

function brokenRequestCode(code: string | undefined): ErrorCode {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'REQUEST_TIMEOUT';
  return code === 'HPE_HEADER_OVERFLOW' ? 'HEADERS_TOO_LARGE' : 'MALFORMED_REQUEST';
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), gracefulCloseMs);
  await closed;
  clearTimeout(timer);
}
