import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenData, openData } from '@gongwen/local';
import { createView, readConfiguration } from '@gongwen/service-kit';
import { environment } from './config.ts';
import { openIndex, openLog, openStore } from './serve/open-stores.ts';
import { indexSettings, logSettings, storeSettings } from './serve/settings.ts';

/**
 * The stores that an operator’s command works on: those of a cluster when GONGWEN_KAFKA_BROKERS names one, else those of
 * the embedded system in `data`.
 *
 * `toRebuild` opens also an index that no service would start on, since a rebuild mends it.
 *
 * @throws NoDataError, ConfigurationError, CommandError
 */
export async function openSystem(data: string, { toRebuild = false } = {}): Promise<OpenData> {
  if (!environment()['GONGWEN_KAFKA_BROKERS']) return openData(data);
  const settings = readConfiguration({ ...logSettings, ...storeSettings, ...indexSettings }, environment());
  await using opened = new AsyncDisposableStack();
  const log = opened.use(await openLog(settings));
  const store = opened.use(await openStore(settings));
  const index = opened.use(await openIndex(settings, { toRebuild }));
  mkdirSync(data, { recursive: true, mode: 0o700 });
  // kept between commands, so that only what is new is read
  const view = opened.use(createView({ path: join(data, 'operator-view.db'), log }));
  await view.ready;
  const kept = opened.move();
  return { log, store, index, view, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}
