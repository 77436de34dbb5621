import { serve } from '@hono/node-server';
import { createChecker } from './checker.ts';
import { type Wording, words as ourWords } from './words.ts';

export { createChecker } from './checker.ts';
export { type Wording, words } from './words.ts';

export interface CheckerOptions {
  /** Default 0: a free one. */
  readonly port?: number;
  readonly words?: readonly Wording[];
}

/** Starts the checker on this machine. */
export async function startChecker({ port = 0, words = ourWords }: CheckerOptions = {}) {
  const { promise, resolve } = Promise.withResolvers<number>();
  const { fetch } = createChecker(words);
  const server = serve({ fetch, port, hostname: '127.0.0.1' }, (info) => resolve(info.port));
  return {
    url: `http://127.0.0.1:${await promise}/check`,
    async [Symbol.asyncDispose]() {
      await new Promise((closed) => server.close(closed));
    },
  };
}
