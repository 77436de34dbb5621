import { randomUUID } from 'node:crypto';
import { describe, inject } from 'vitest';
import { testSearchIndex } from '../search-index.contract.ts';
import type { SearchIndex } from '../search-index.ts';
import { connectOpenSearch } from './call.ts';
import { createOpenSearchIndex } from './search-index.ts';

const engines = inject('engines');
const url = engines?.opensearch.url ?? '';

/** An index of its own for each case, gone with it. */
async function openOwn(): Promise<SearchIndex> {
  const name = `test-${randomUUID().slice(0, 8)}`;
  const index = await createOpenSearchIndex({ url, name, replicas: 0, refreshMs: 100 });
  return {
    ...index,
    async [Symbol.asyncDispose]() {
      await index[Symbol.asyncDispose]();
      await removeIndices(name);
    },
  };
}

async function removeIndices(name: string): Promise<void> {
  const { call, close } = connectOpenSearch({ url });
  const { body } = await call<Record<string, unknown>>({ method: 'GET', path: `/${name}-*` });
  for (const index of Object.keys(body)) await call({ method: 'DELETE', path: `/${index}` });
  await close();
}

describe.skipIf(!engines)('OpenSearch', () => {
  testSearchIndex('OpenSearch', openOwn);
});
