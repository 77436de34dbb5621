import {
  type ObjectStore,
  type SearchIndex,
  type SynonymGroup,
  type Synonyms,
  shippedSynonyms,
  synonymsOf,
} from '@gongwen/ports';
import { type HttpApp, type Logger, type Metrics, createHttpApp } from '@gongwen/service-kit';
import { mountApiRoutes } from './routes-api.ts';
import { mountPageRoutes } from './routes-pages.ts';

export interface PortalOptions {
  readonly index: SearchIndex;
  readonly store: ObjectStore;
  readonly now: () => Date;
  /** Base of canonical links and QR codes, without a trailing slash. */
  readonly publicUrl: string;
  /** Names that mean the same in a search, besides those that every city knows. Default none. */
  readonly synonyms?: readonly SynonymGroup[];
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** What the routes are given. */
export interface PortalContext extends Omit<PortalOptions, 'synonyms'> {
  readonly synonyms: Synonyms;
}

/** What everybody reads: the API and the pages. */
export function createPortal(options: PortalOptions): HttpApp {
  const app = createHttpApp({ logger: options.logger });
  const synonyms = synonymsOf([...shippedSynonyms, ...(options.synonyms ?? [])]);
  mountApiRoutes(app, { ...options, synonyms });
  mountPageRoutes(app, { ...options, synonyms });
  return app;
}
