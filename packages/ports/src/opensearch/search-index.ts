import { createHash } from 'node:crypto';
import { maximumListed, pageOf } from '../entry-page.ts';
import type { EntryPage, ListOptions, SearchIndex, SearchQuery } from '../search-index.ts';
import { parseSearchText } from '../search-text.ts';
import { type OpenSearchConnection, connectOpenSearch, pathOf, requireSuccess } from './call.ts';
import {
  type Generation,
  createIndex,
  readGenerations,
  requireGeneration,
  swapAlias,
} from './generations.ts';
import { mappingVersion } from './index-definition.ts';
import { requireSoundIndex } from './require-sound-index.ts';
import { searchBody } from './search-body.ts';
import { type SearchAnswer, toSearchResult } from './search-answer.ts';
import { type StoredEntry, fromStored } from './stored-entry.ts';
import { writeEntries } from './write-entries.ts';

export interface OpenSearchIndexOptions extends OpenSearchConnection {
  /** Alias of the live generation; generations are `<name>-<generation>`. Default `documents`. */
  readonly name?: string;
  /** Copies of the live index besides the first. Default 1. */
  readonly replicas?: number;
  /** How long a write may be unseen by searches, in milliseconds; fewer cost more. Default 1 000. */
  readonly refreshMs?: number;
  /** Opens it also when its live generation is of another mapping or there is none, to be rebuilt. Default false. */
  readonly toRebuild?: boolean;
}

interface ListAnswer {
  readonly hits: {
    readonly hits: readonly {
      readonly fields: {
        readonly documentId: readonly [string];
        readonly version: readonly [number];
        readonly eventId: readonly [string];
      };
    }[];
  };
}

/**
 * The search index on OpenSearch.
 *
 * @throws Error when the cluster, alias or mapping is not as it must be, with what mends it
 */
export async function createOpenSearchIndex(options: OpenSearchIndexOptions): Promise<SearchIndex> {
  const { name: alias = 'documents', replicas = 1, refreshMs = 1_000, toRebuild = false } = options;
  const settings = { replicas, refreshMs };
  const { call, close } = connectOpenSearch(options);
  await requireSoundIndex(call, alias, { ...settings, toRebuild });

  async function requireLive(): Promise<Generation> {
    const generation = liveOf(await readGenerations(call, alias));
    if (!generation) throw new Error(`No generation of ${alias} is live: run gongwen rebuild`);
    return generation;
  }

  return {
    async write(entries, generation) {
      if (generation === undefined) return writeEntries(call, { name: alias, isAlias: true }, entries);
      const { index } = await requireGeneration(call, alias, generation);
      return writeEntries(call, { name: index, isAlias: false }, entries);
    },

    async get(documentId) {
      const answer = await call<{ found?: boolean; _source?: StoredEntry }>({
        method: 'GET',
        path: pathOf(alias, '_doc', documentId),
      });
      if (answer.status === 404 && answer.body.found === false) return undefined;
      const { _source: stored } = requireSuccess(answer, `reading ${documentId}`);
      return stored && fromStored(stored);
    },

    async search(query) {
      const asked = query.text === undefined ? undefined : parseSearchText(query);
      const answer = await call<SearchAnswer>({
        method: 'POST',
        path: pathOf(alias, '_search'),
        query: { preference: preferenceOf(query) },
        body: searchBody(query, asked),
      });
      return toSearchResult(requireSuccess(answer, 'searching'), query, asked);
    },

    async list({ generation, after, limit = maximumListed }: ListOptions = {}): Promise<EntryPage> {
      const { index } =
        generation === undefined ? await requireLive() : await requireGeneration(call, alias, generation);
      if (after === undefined) await refresh(index);
      const answer = await call<ListAnswer>({
        method: 'POST',
        path: pathOf(index, '_search'),
        body: {
          _source: false, // which holds every text: ten times as slow
          docvalue_fields: ['documentId', 'version', 'eventId'],
          size: limit + 1,
          sort: [{ documentId: 'asc' }],
          ...(after !== undefined && { search_after: [after] }),
        },
      });
      const { hits } = requireSuccess(answer, `listing ${index}`);
      return pageOf(
        hits.hits.map(({ fields }) => ({
          documentId: fields.documentId[0],
          version: fields.version[0],
          eventId: fields.eventId[0],
        })),
        limit,
      );
    },

    async createGeneration(generation) {
      const meta = { alias, generation, mapping: mappingVersion };
      const isNew = await createIndex(call, meta, { ...settings, isLive: false });
      if (!isNew) throw new Error(`The generation ${generation} exists already`);
    },

    async promote(generation) {
      const { index } = await requireGeneration(call, alias, generation);
      const before = liveOf(await readGenerations(call, alias));
      await swapAlias(call, alias, before?.index, index);
    },

    async dropGeneration(generation) {
      const { index, isLive } = await requireGeneration(call, alias, generation);
      if (isLive) throw new Error(`The generation ${generation} is live and cannot be dropped`);
      requireSuccess(await call({ method: 'DELETE', path: pathOf(index) }), `dropping ${index}`);
    },

    async stats() {
      const generations = await readGenerations(call, alias);
      const counted = await Promise.all(
        generations.map(async ({ name, index }) => [name, { documents: await count(index) }] as const),
      );
      const live = liveOf(generations);
      return { ...(live && { live: live.name }), generations: Object.fromEntries(counted) };
    },

    [Symbol.asyncDispose]: close,
  };

  async function refresh(index: string): Promise<void> {
    requireSuccess(await call({ method: 'POST', path: pathOf(index, '_refresh') }), `refreshing ${index}`);
  }

  async function count(index: string): Promise<number> {
    await refresh(index);
    const answer = await call<{ count: number }>({ method: 'GET', path: pathOf(index, '_count') });
    return requireSuccess(answer, `counting ${index}`).count;
  }
}

const liveOf = (generations: readonly Generation[]) => generations.find(({ isLive }) => isLive);

/** The pages of one query come from one copy, since copies may score a little differently. */
function preferenceOf(query: SearchQuery): string {
  const { cursor: _cursor, limit: _limit, facets: _facets, synonyms: _synonyms, ...asked } = query;
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 12);
}
