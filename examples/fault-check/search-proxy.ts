import { type Server, type ServerResponse, createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before OpenSearch: passes everything on, refuses everything with a status, or hangs up on everybody. */
export interface SearchProxy extends AsyncDisposable {
  readonly url: string;
  pass(): void;
  answer(status: number): void;
  hangUp(): void;
}

export async function startSearchProxy(upstream: string): Promise<SearchProxy> {
  const { hostname, port } = new URL(upstream);
  let refuse: ((response: ServerResponse) => void) | undefined;
  const server: Server = createServer((request, response) => {
    if (refuse) return refuse(response);
    const { method, url, headers } = request;
    const passed = send({ hostname, port, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response).on('error', () => response.destroy());
    });
    passed.on('error', () => response.destroy());
    request.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pass: () => (refuse = undefined),
    answer: (status) => (refuse = (response) => void response.writeHead(status).end()),
    hangUp: () => (refuse = (response) => void response.destroy()),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
