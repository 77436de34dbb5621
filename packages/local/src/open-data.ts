import { existsSync } from 'node:fs';
import type { EventLog, ObjectStore, SearchIndex } from '@gongwen/ports';
import { createFilesObjectStore } from '@gongwen/ports/files';
import { createSqliteEventLog, createSqliteSearchIndex } from '@gongwen/ports/sqlite';
import { type View, createView } from '@gongwen/service-kit';
import { dataDirectory } from './data-directory.ts';

/** The stores of an embedded system, opened beside it: the log, index and view may be read while another process writes. */
export interface OpenData extends AsyncDisposable {
  readonly log: EventLog;
  readonly store: ObjectStore;
  readonly index: SearchIndex;
  readonly view: View;
}

/** There is no system in this directory. */
export class NoDataError extends Error {
  override readonly name = 'NoDataError';
}

/** @throws NoDataError */
export async function openData(root: string): Promise<OpenData> {
  const paths = dataDirectory(root);
  if (!existsSync(paths.log)) {
    throw new NoDataError(
      `${root} 中没有系统数据；请先运行 gongwen dev --data ${root} / there is no system in ${root}; start gongwen dev first`,
    );
  }
  await using opened = new AsyncDisposableStack();
  const log = opened.use(createSqliteEventLog({ path: paths.log }));
  const store = opened.use(createFilesObjectStore({ directory: paths.objects }));
  const index = opened.use(createSqliteSearchIndex({ path: paths.search }));
  const view = opened.use(createView({ path: paths.view, log }));
  await view.ready;
  const kept = opened.move();
  return { log, store, index, view, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}
