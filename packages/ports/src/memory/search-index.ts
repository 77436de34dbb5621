import { maximumListed, pageOf } from '../entry-page.ts';
import { judgeWrite } from '../judge-write.ts';
import type {
  EntryPage,
  IndexEntry,
  IndexStats,
  ListOptions,
  SearchIndex,
  SearchQuery,
  SearchResult,
  WriteOutcome,
} from '../search-index.ts';
import { searchEntries } from './search-entries.ts';

type Generation = Map<string, IndexEntry>;

const firstGeneration = 'initial';

/** A search index in memory, for tests and as the plainest statement of what the others do. */
export function createMemorySearchIndex(): SearchIndex {
  return new MemorySearchIndex();
}

class MemorySearchIndex implements SearchIndex {
  readonly #generations = new Map<string, Generation>([[firstGeneration, new Map()]]);
  #live = firstGeneration;

  async write(entries: readonly IndexEntry[], generation = this.#live): Promise<readonly WriteOutcome[]> {
    const documents = this.#generation(generation);
    return entries.map((entry) => writeEntry(documents, entry));
  }

  async get(documentId: string): Promise<IndexEntry | undefined> {
    return this.#generation(this.#live).get(documentId);
  }

  async search(query: SearchQuery): Promise<SearchResult> {
    return searchEntries([...this.#generation(this.#live).values()], query);
  }

  async list({
    generation = this.#live,
    after = '',
    limit = maximumListed,
  }: ListOptions = {}): Promise<EntryPage> {
    const all = [...this.#generation(generation).values()]
      .map(({ document: { documentId }, version, eventId }) => ({ documentId, version, eventId }))
      .filter(({ documentId }) => documentId > after)
      .toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1));
    return pageOf(all.slice(0, limit + 1), limit);
  }

  async createGeneration(name: string): Promise<void> {
    if (this.#generations.has(name)) throw new Error(`The generation ${name} exists already`);
    this.#generations.set(name, new Map());
  }

  async promote(name: string): Promise<void> {
    this.#generation(name);
    this.#live = name;
  }

  async dropGeneration(name: string): Promise<void> {
    if (name === this.#live) throw new Error(`The generation ${name} is live and cannot be dropped`);
    this.#generation(name);
    this.#generations.delete(name);
  }

  async stats(): Promise<IndexStats> {
    const counted = Array.from(this.#generations, ([name, { size }]) => [name, { documents: size }] as const);
    return { live: this.#live, generations: Object.fromEntries(counted) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#generations.clear();
  }

  #generation(name: string): Generation {
    const generation = this.#generations.get(name);
    if (generation === undefined) throw new Error(`There is no generation ${name}`);
    return generation;
  }
}

function writeEntry(documents: Generation, entry: IndexEntry): WriteOutcome {
  const { documentId } = entry.document;
  const outcome = judgeWrite(entry, documents.get(documentId));
  if (outcome.outcome === 'written') documents.set(documentId, entry);
  return outcome;
}
