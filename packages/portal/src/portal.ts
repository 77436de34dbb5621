import type { ObjectStore, SearchIndex } from '@gongwen/ports';
import { type HttpApp, type Logger, type Metrics, createHttpApp } from '@gongwen/service-kit';
import { mountApiRoutes } from './routes-api.ts';
import { mountPageRoutes } from './routes-pages.ts';

export interface PortalOptions {
  readonly index: SearchIndex;
  readonly store: ObjectStore;
  readonly now: () => Date;
  /** Base of canonical links and QR codes, without a trailing slash. */
  readonly publicUrl: string;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** What everybody reads: the API and the pages. */
export function createPortal(options: PortalOptions): HttpApp {
  const app = createHttpApp({ logger: options.logger });
  mountApiRoutes(app, options);
  mountPageRoutes(app, options);
  return app;
}
