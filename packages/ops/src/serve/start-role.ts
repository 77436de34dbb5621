import { join } from 'node:path';
import { createArchiver } from '@gongwen/archiver';
import { createIndexer } from '@gongwen/indexer';
import { lockDataDirectory } from '@gongwen/local';
import { createPortal } from '@gongwen/portal';
import { createHttpWordingCheck, createPublisher } from '@gongwen/publisher';
import { type Consumer, createView, readConfiguration } from '@gongwen/service-kit';
import { createSyndicator } from '@gongwen/syndicator';
import { readDepartments } from '../read-departments.ts';
import { readGates } from '../read-gates.ts';
import { readSynonyms } from '../read-synonyms.ts';
import { openIndex, openLog, openStore } from './open-stores.ts';
import { readTarget, readTokens } from './read-credentials.ts';
import type { RoleContext, RunningRole } from './serve.ts';
import { type Role, roleSettings } from './settings.ts';

/** Starts a role on the stores that its environment names. */
export async function startRole(role: Role, context: RoleContext): Promise<RunningRole> {
  await using opened = new AsyncDisposableStack();
  const running = await starters[role](context, opened);
  const kept = opened.move();
  return { ...running, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

type Start = (
  context: RoleContext,
  opened: AsyncDisposableStack,
) => Promise<Omit<RunningRole, typeof Symbol.asyncDispose>>;

const starters: Readonly<Record<Role, Start>> = {
  async publisher(context, opened) {
    const settings = readConfiguration(roleSettings.publisher, context.environment);
    const departments = readDepartments(settings.GONGWEN_DEPARTMENTS);
    const tokens = readTokens(settings);
    const wordingCheckUrl = settings.GONGWEN_WORDING_CHECK_URL;
    opened.defer(lockDataDirectory(settings.GONGWEN_DATA));
    const log = opened.use(await openLog(settings, context.logger));
    const store = opened.use(await openStore(settings));
    const view = opened.use(createView({ path: join(settings.GONGWEN_DATA, 'view.db'), log }));
    const publisher = createPublisher({
      ...context,
      log,
      store,
      view,
      departments,
      gates: readGates(settings.GONGWEN_GATES),
      targets: [settings.GONGWEN_TARGET_NAME],
      requestsPerSecond: settings.GONGWEN_REQUESTS_PER_SECOND,
      requestsAtOnce: settings.GONGWEN_REQUESTS_PER_SECOND * 3,
      ...(tokens && { tokens }),
      ...(wordingCheckUrl !== '' && { wordingCheck: createHttpWordingCheck({ url: wordingCheckUrl }) }),
    });
    opened.use(publisher);
    return { app: publisher.app, checks: { view: async () => view.notReady } };
  },

  async archiver(context, opened) {
    const settings = readConfiguration(roleSettings.archiver, context.environment);
    const log = opened.use(await openLog(settings, context.logger));
    const store = opened.use(await openStore(settings));
    return consuming(opened.use(createArchiver({ ...context, log, store })));
  },

  async indexer(context, opened) {
    const settings = readConfiguration(roleSettings.indexer, context.environment);
    const log = opened.use(await openLog(settings, context.logger));
    const index = opened.use(await openIndex(settings));
    return consuming(opened.use(createIndexer({ ...context, log, index })));
  },

  async syndicator(context, opened) {
    const settings = readConfiguration(roleSettings.syndicator, context.environment);
    const target = readTarget(settings, context.now);
    const log = opened.use(await openLog(settings, context.logger));
    return consuming(opened.use(await createSyndicator({ ...context, log, target, random: Math.random })));
  },

  async portal(context, opened) {
    const settings = readConfiguration(roleSettings.portal, context.environment);
    const synonyms = readSynonyms(settings.GONGWEN_SYNONYMS_FILE);
    const store = opened.use(await openStore(settings));
    const index = opened.use(await openIndex(settings));
    const publicUrl = settings.GONGWEN_PUBLIC_URL;
    const app = createPortal({ ...context, store, index, publicUrl, synonyms });
    return { app, checks: {} }; // without the index it still answers, that it is away
  },
};

function consuming(consumer: Consumer) {
  return { checks: { log: () => failureOf(consumer.status()) }, ended: consumer.ended };
}

async function failureOf(question: Promise<unknown>): Promise<string | undefined> {
  return question.then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}
