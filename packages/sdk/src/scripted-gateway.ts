import { type IncomingHttpHeaders, createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type ErrorCode, errorTable, isRetryable } from '@gongwen/schemas';

/** For tests: a gateway that gives the answers it was told, in order, and keeps the requests. */
export interface ScriptedGateway extends AsyncDisposable {
  readonly baseUrl: string;
  readonly answers: Answer[];
  readonly requests: ReceivedRequest[];
  /** Most requests that were open at the same time. */
  readonly mostAtOnce: () => number;
}

export interface Answer {
  readonly status: number;
  /** A text is sent as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The connection is cut, or the answer never comes. */
  readonly fault?: 'cut' | 'silent';
  /** Answers once this is fulfilled. */
  readonly after?: Promise<unknown>;
}

export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export async function startScriptedGateway(): Promise<ScriptedGateway> {
  const answers: Answer[] = [];
  const requests: ReceivedRequest[] = [];
  const open = { now: 0, most: 0 };
  const server = createServer(async (request, response) => {
    open.most = Math.max(open.most, ++open.now);
    response.on('close', () => (open.now -= 1));
    const { method = '', url = '', headers } = request;
    requests.push({ method, url, headers, body: await buffer(request) });
    const answer = answers.shift() ?? { status: 500, body: 'the script is over' };
    await answer.after;
    if (answer.fault === 'cut') response.destroy();
    if (answer.fault) return;
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    answers,
    requests,
    mostAtOnce: () => open.most,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The gateway’s answer for a code. */
export function problem(code: ErrorCode, more: object = {}, headers: Record<string, string> = {}): Answer {
  const { status, zh, en } = errorTable[code];
  const type = `https://gongwen.cn/problems/${code.toLowerCase()}`;
  const texts = { type, title: zh, detail: zh, detailEn: en };
  const body = { ...texts, status, code, requestId: 'r1', retryable: isRetryable(code), ...more };
  return { status, body, headers: { 'content-type': 'application/problem+json', ...headers } };
}

export const receipt = {
  receiptId: '5f0c1d2e-0000-8000-8000-000000000001',
  documentId: 'll-hrss:2026-1',
  version: 1,
  type: 'cn.gongwen.document.repealed.v1',
  acceptedAt: '2026-11-25T10:00:00+08:00',
  replayed: false,
  stages: [],
};

export const accepted: Answer = { status: 201, body: receipt };

/** What a call was refused with. */
export async function failure(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => {
      throw new Error('the call succeeded');
    },
    (error: unknown) => error,
  );
}
