import { existsSync } from 'node:fs';
import type { EventLog, ObjectStore, SearchIndex } from '@gongwen/ports';
import { createFilesObjectStore } from '@gongwen/ports/files';
import { createSqliteEventLog, createSqliteSearchIndex } from '@gongwen/ports/sqlite';
import { type View, createView } from '@gongwen/service-kit';
import { dataDirectory } from './data-directory.ts';

/** The stores of a system, opened beside it: they may be read while its own processes write. */
export interface OpenStores extends AsyncDisposable {
  readonly log: EventLog;
  readonly store: ObjectStore;
  readonly index: SearchIndex;
}

/** With what the log says, folded up to its end. */
export interface OpenData extends OpenStores {
  readonly view: View;
}

/** There is no system in this directory. */
export class NoDataError extends Error {
  override readonly name = 'NoDataError';
}

/**
 * `toRebuild` opens also an index that no service would start on.
 *
 * @throws NoDataError
 */
export function openStores(root: string, { toRebuild = false } = {}): OpenStores {
  const paths = dataDirectory(root);
  if (!existsSync(paths.log)) {
    throw new NoDataError(
      `${root} 中没有系统数据；请先运行 gongwen dev --data ${root} / there is no system in ${root}; start gongwen dev first`,
    );
  }
  const opened = new AsyncDisposableStack();
  const log = opened.use(createSqliteEventLog({ path: paths.log }));
  const store = opened.use(createFilesObjectStore({ directory: paths.objects }));
  const index = opened.use(createSqliteSearchIndex({ path: paths.search, toRebuild }));
  return { log, store, index, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

/** @throws NoDataError */
export function openData(root: string): Promise<OpenData> {
  return withView(openStores(root), dataDirectory(root).view);
}

/** Folds the log into a view at `path`, or on from where one stands there. */
export async function withView(stores: OpenStores, path: string): Promise<OpenData> {
  await using opened = new AsyncDisposableStack();
  opened.use(stores);
  const view = opened.use(createView({ path, log: stores.log }));
  await view.ready;
  const kept = opened.move();
  return { ...stores, view, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}
