import { Client, errors } from '@opensearch-project/opensearch';

export interface OpenSearchConnection {
  readonly url: string;
  readonly auth?: { readonly username: string; readonly password: string };
}

export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: object;
  /** Newline-delimited JSON, ready to be sent. */
  readonly lines?: Buffer;
}

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** One request; every status is an answer. Throws only when none came. */
export type Call = <Body>(request: Request) => Promise<Answer<Body>>;

export interface Connection {
  readonly call: Call;
  close(): Promise<void>;
}

const requestTimeoutMs = 30_000;

/** Repeats nothing by itself: the client would at once, and several times, when the server asks for less. */
export function connectOpenSearch({ url, auth }: OpenSearchConnection): Connection {
  const client = new Client({
    node: url,
    maxRetries: 0,
    requestTimeout: requestTimeoutMs,
    ...(auth && { auth: { ...auth } }),
  });
  return {
    async call<Body>({ method, path, query = {}, body, lines }: Request): Promise<Answer<Body>> {
      const content = lines === undefined ? body && { body } : { bulkBody: lines };
      try {
        const found = await client.transport.request({ method, path, querystring: query, ...content });
        return { status: found.statusCode ?? 0, body: found.body as Body }; // each caller names what it asked for
      } catch (error) {
        if (error instanceof errors.ResponseError) {
          return { status: error.statusCode ?? 0, body: error.body as Body };
        }
        throw error;
      }
    },
    close: () => client.close(),
  };
}

/** What OpenSearch says when it refuses. */
export interface Failure {
  readonly error?: { readonly type?: string; readonly reason?: string } | string;
}

/** @throws Error with the server’s reason unless the answer is a success */
export function requireSuccess<Body>({ status, body }: Answer<Body>, doing: string): Body {
  if (status >= 200 && status < 300) return body;
  throw new Error(`OpenSearch: ${doing}: ${status} ${reasonOf(body as Failure)}`);
}

export function reasonOf({ error }: Failure): string {
  if (typeof error === 'string') return error;
  return [error?.type, error?.reason].filter(Boolean).join(': ').slice(0, 500);
}

/** A path of segments, each encoded. */
export function pathOf(...segments: readonly string[]): string {
  return `/${segments.map(encodeURIComponent).join('/')}`;
}
