import { type Answer, type Call, type Failure, pathOf, reasonOf, requireSuccess } from './call.ts';
import { type IndexMeta, type IndexSettings, indexDefinition } from './index-definition.ts';

/** An index of ours. */
export interface Generation {
  readonly name: string;
  readonly index: string;
  readonly isLive: boolean;
  readonly meta: IndexMeta;
  readonly analyzers: readonly string[];
}

type IndicesAnswer = Readonly<
  Record<
    string,
    {
      readonly aliases?: Readonly<Record<string, unknown>>;
      readonly mappings?: Readonly<Record<'_meta', { readonly gongwen?: IndexMeta } | undefined>>;
      readonly settings?: {
        readonly index?: { readonly analysis?: { readonly analyzer?: Readonly<Record<string, unknown>> } };
      };
    }
  >
>;

export const indexOf = (alias: string, generation: string) => `${alias}-${generation}`;

/** Every generation of an alias, as the server knows them now. */
export async function readGenerations(call: Call, alias: string): Promise<readonly Generation[]> {
  const answer = await call<IndicesAnswer>({
    method: 'GET',
    path: `${pathOf(`${alias}-`)}*`,
    query: { expand_wildcards: 'open' },
  });
  const found = requireSuccess(answer, `reading the generations of ${alias}`);
  return Object.entries(found).flatMap(([index, { aliases = {}, mappings, settings }]) => {
    const meta = mappings?.['_meta']?.gongwen;
    if (meta?.alias !== alias) return [];
    const analyzers = Object.keys(settings?.index?.analysis?.analyzer ?? {});
    return [{ name: meta.generation, index, isLive: alias in aliases, meta, analyzers }];
  });
}

export async function requireGeneration(call: Call, alias: string, name: string): Promise<Generation> {
  const generation = (await readGenerations(call, alias)).find((each) => each.name === name);
  if (!generation) throw new Error(`There is no generation ${name}`);
  return generation;
}

/** Makes an index; `isLive` makes it live in the same step. Answers `false` when there is one of that name. */
export async function createIndex(
  call: Call,
  meta: IndexMeta,
  { isLive, ...settings }: IndexSettings & { readonly isLive: boolean },
): Promise<boolean> {
  const answer: Answer<Failure> = await call({
    method: 'PUT',
    path: pathOf(indexOf(meta.alias, meta.generation)),
    query: { wait_for_active_shards: 1 },
    body: {
      ...indexDefinition(meta, settings),
      ...(isLive && { aliases: { [meta.alias]: { is_write_index: true } } }),
    },
  });
  if (answer.status === 400 && reasonOf(answer.body).includes('resource_already_exists')) return false;
  requireSuccess(answer, `creating ${indexOf(meta.alias, meta.generation)}`);
  return true;
}

/** One request, so that no search sees both or none. */
export async function swapAlias(
  call: Call,
  alias: string,
  from: string | undefined,
  to: string,
): Promise<void> {
  if (from === to) return;
  const actions = [
    ...(from === undefined ? [] : [{ remove: { index: from, alias, must_exist: true } }]),
    { add: { index: to, alias, is_write_index: true } },
  ];
  requireSuccess(await call({ method: 'POST', path: '/_aliases', body: { actions } }), `promoting ${to}`);
}
