import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type OpenData,
  type OpenStores,
  openData,
  openStores as openEmbeddedStores,
  withView,
} from '@gongwen/local';
import { readConfiguration } from '@gongwen/service-kit';
import { environment } from './config.ts';
import { openIndex, openLog, openStore } from './serve/open-stores.ts';
import { indexSettings, logSettings, storeSettings } from './serve/settings.ts';

/**
 * The stores that an operator’s command works on: those of a cluster when GONGWEN_KAFKA_BROKERS names one, else those of
 * the embedded system in `data`. `toRebuild` opens also an index that no service would start on.
 *
 * @throws NoDataError, ConfigurationError, CommandError
 */
export async function openStores(data: string, { toRebuild = false } = {}): Promise<OpenStores> {
  if (!isCluster()) return openEmbeddedStores(data, { toRebuild });
  const settings = readConfiguration({ ...logSettings, ...storeSettings, ...indexSettings }, environment());
  await using opened = new AsyncDisposableStack();
  const log = opened.use(await openLog(settings));
  const store = opened.use(await openStore(settings));
  const index = opened.use(await openIndex(settings, { toRebuild }));
  const kept = opened.move();
  return { log, store, index, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

/** Its stores, and what the log says. */
export async function openSystem(data: string): Promise<OpenData> {
  if (!isCluster()) return openData(data);
  mkdirSync(data, { recursive: true, mode: 0o700 });
  // kept between commands, so that only what is new is read
  return withView(await openStores(data), join(data, 'operator-view.db'));
}

const isCluster = () => Boolean(environment()['GONGWEN_KAFKA_BROKERS']);
