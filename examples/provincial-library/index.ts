import { serve } from '@hono/node-server';
import { type LibraryOptions, createLibrary } from './library.ts';

export { type Holding, openHoldings } from './holdings.ts';
export { type LibraryOptions, createLibrary } from './library.ts';
export { type Rule, defaultRules } from './rules.ts';

/** Starts the library on a port; 0 chooses a free one. */
export async function startLibrary({ port = 0, ...options }: LibraryOptions & { readonly port?: number }) {
  const library = createLibrary(options);
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = serve({ fetch: library.app.fetch, port, hostname: '127.0.0.1' }, (info) =>
    resolve(info.port),
  );
  return {
    url: `http://127.0.0.1:${await promise}`,
    holdings: library.holdings,
    async [Symbol.asyncDispose]() {
      await new Promise((closed) => server.close(closed));
      library.close();
    },
  };
}
