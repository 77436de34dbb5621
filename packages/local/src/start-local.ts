import { createArchiver } from '@gongwen/archiver';
import type { GatePolicy } from '@gongwen/domain';
import { createIndexer } from '@gongwen/indexer';
import {
  type EventLog,
  type ObjectStore,
  type SearchIndex,
  type SynonymGroup,
  topicDefinitions,
} from '@gongwen/ports';
import { createFilesObjectStore } from '@gongwen/ports/files';
import { createSqliteEventLog, createSqliteSearchIndex } from '@gongwen/ports/sqlite';
import { createPortal } from '@gongwen/portal';
import { type RegisteredDepartment, createHttpWordingCheck, createPublisher } from '@gongwen/publisher';
import {
  type Consumer,
  type Logger,
  type View,
  createHttpApp,
  createLogger,
  createMetrics,
  createView,
  listen,
  mountHealth,
} from '@gongwen/service-kit';
import { createHttpTarget, createSyndicator } from '@gongwen/syndicator';
import { dataDirectory, lockDataDirectory } from './data-directory.ts';

export interface LocalOptions {
  /** Log, index, view and files are kept here. */
  readonly dataDirectory: string;
  readonly departments: readonly RegisteredDepartment[];
  /** Where changes are pushed to, signed with the key (`whsk_…`). None: nothing is pushed. */
  readonly target?: { readonly name: string; readonly url: string; readonly privateKey: string };
  /** Default 0: a free port. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Base of canonical links and QR codes. Default: where it listens. */
  readonly publicUrl?: string;
  /** What must come before a text goes out. Default `defaultGates`. */
  readonly gates?: GatePolicy;
  /** The city’s checker of wording, asked before a text goes out. Default: nobody is asked. */
  readonly wordingCheckUrl?: string;
  /** Names that mean the same in a search, besides those that every city knows. Default none. */
  readonly synonyms?: readonly SynonymGroup[];
  readonly logger?: Logger;
  readonly now?: () => Date;
}

/** A whole system in this process. */
export interface LocalSystem extends AsyncDisposable {
  readonly url: string;
  readonly log: EventLog;
  readonly store: ObjectStore;
  readonly index: SearchIndex;
  readonly view: View;
  readonly consumers: readonly Consumer[];
}

const version = '0.1.0';
const partitions = 1; // order is kept by document; one process gains nothing from more

/** Starts every service in one process, on SQLite and files. Resolves when the system accepts commands. */
export async function startLocal(options: LocalOptions): Promise<LocalSystem> {
  const {
    departments,
    target,
    wordingCheckUrl,
    synonyms = [],
    port = 0,
    host = '127.0.0.1',
    now = () => new Date(),
  } = options;
  const logger = options.logger ?? createLogger({ service: 'gongwen', level: 'warn' });
  const metrics = createMetrics({ processMetrics: true });
  await using started = new AsyncDisposableStack();
  const unlock = lockDataDirectory(options.dataDirectory);
  started.defer(unlock);

  const paths = dataDirectory(options.dataDirectory);
  const log = started.use(createSqliteEventLog({ path: paths.log }));
  await log.ensureTopics(topicDefinitions(partitions));
  const store = started.use(createFilesObjectStore({ directory: paths.objects }));
  const index = started.use(createSqliteSearchIndex({ path: paths.search }));
  const view = started.use(createView({ path: paths.view, log }));

  const service = { log, logger, metrics, now };
  const consumers: Consumer[] = [
    started.use(createArchiver({ ...service, store })),
    started.use(createIndexer({ ...service, index })),
  ];
  if (target) {
    const sender = createHttpTarget({ ...target, now });
    consumers.push(started.use(await createSyndicator({ ...service, target: sender, random: Math.random })));
  }

  const app = createHttpApp({ logger });
  mountHealth(app, { metrics, version, checks: { view: async () => view.notReady } });
  const server = started.use(await listen({ fetch: (request) => app.fetch(request), port, host }));
  const targets = target ? [target.name] : [];
  const publisher = started.use(
    createPublisher({
      ...service,
      store,
      view,
      departments,
      targets,
      ...(options.gates && { gates: options.gates }),
      ...(wordingCheckUrl !== undefined && {
        wordingCheck: createHttpWordingCheck({ url: wordingCheckUrl }),
      }),
    }),
  );
  app.route('/', publisher.app);
  const publicUrl = options.publicUrl ?? server.url;
  app.route('/', createPortal({ index, store, now, publicUrl, synonyms, logger, metrics }));

  await view.ready;
  const running = started.move();
  return {
    url: server.url,
    log,
    store,
    index,
    view,
    consumers,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}
