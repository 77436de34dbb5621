import { type Call, pathOf, requireSuccess } from './call.ts';
import { createIndex, readGenerations } from './generations.ts';
import { type IndexSettings, mappingVersion } from './index-definition.ts';

const firstGeneration = 'initial';
const wantedSettings = { 'action.auto_create_index': 'false', 'action.destructive_requires_name': 'true' };
const wantedAnalyzers = ['gongwen', 'gongwen_characters'];

interface SoundIndexSettings extends IndexSettings {
  /** What a rebuild mends is no fault. */
  readonly toRebuild: boolean;
}

/**
 * Looks at what could make the index lose or misread a document, and makes the first generation where there is none.
 *
 * @throws Error that says what was found, what was expected and how to mend it
 */
export async function requireSoundIndex(
  call: Call,
  alias: string,
  settings: SoundIndexSettings,
): Promise<void> {
  const faults = [...(await clusterFaults(call)), ...(await indexFaults(call, alias, settings))];
  if (faults.length > 0) throw new Error(`OpenSearch is not set up as it must be:\n  ${faults.join('\n  ')}`);
}

interface SettingsAnswer {
  readonly persistent: Readonly<Record<string, string>>;
  readonly transient: Readonly<Record<string, string>>;
  readonly defaults: Readonly<Record<string, string>>;
}

async function clusterFaults(call: Call): Promise<string[]> {
  const answer = await call<SettingsAnswer>({
    method: 'GET',
    path: '/_cluster/settings',
    query: { include_defaults: true, flat_settings: true },
  });
  const { persistent, transient, defaults } = requireSuccess(answer, 'reading the settings of the cluster');
  const found: Readonly<Record<string, string>> = { ...defaults, ...persistent, ...transient };
  return Object.entries(wantedSettings).flatMap(([name, wanted]) =>
    found[name] === wanted
      ? []
      : [
          `${name} is ${found[name]}, expected ${wanted}: PUT /_cluster/settings {"persistent":{"${name}":"${wanted}"}}`,
        ],
  );
}

async function indexFaults(call: Call, alias: string, settings: SoundIndexSettings): Promise<string[]> {
  const generations = await readGenerations(call, alias);
  const live = generations.filter(({ isLive }) => isLive);
  const [only] = live;
  const pointedAt = await indicesOf(call, alias);
  if (pointedAt.length > 1) {
    const names = pointedAt.join(', ');
    return [
      `the alias ${alias} points at ${names}, expected one: POST /_aliases, removing it from all but the newest`,
    ];
  }
  if (!only) return makeFirst(call, alias, settings, generations.length > 0);
  if (settings.toRebuild) return [];
  const missing = wantedAnalyzers.filter((name) => !only.analyzers.includes(name));
  if (only.meta.mapping === mappingVersion && missing.length === 0) return [];
  const found =
    missing.length > 0 ? `lacks the analyzers ${missing.join(', ')}` : `has mapping ${only.meta.mapping}`;
  return [`${only.index} ${found}, expected mapping ${mappingVersion}: run gongwen rebuild`];
}

/** All that the alias points at, ours or not: a search answers from each of them. */
async function indicesOf(call: Call, alias: string): Promise<readonly string[]> {
  const answer = await call<Readonly<Record<string, unknown>>>({
    method: 'GET',
    path: pathOf('_alias', alias),
  });
  if (answer.status === 404) return [];
  return Object.keys(requireSuccess(answer, `reading the alias ${alias}`));
}

async function makeFirst(
  call: Call,
  alias: string,
  { toRebuild, ...settings }: SoundIndexSettings,
  areThereOthers: boolean,
): Promise<string[]> {
  const stranger = await call({ method: 'GET', path: pathOf(alias) });
  if (stranger.status === 200) {
    // another process may have made ours since we looked
    if ((await readGenerations(call, alias)).some(({ isLive }) => isLive)) return [];
    return [
      `${alias} is an index or alias that Gongwen has not made: choose another GONGWEN_OPENSEARCH_INDEX`,
    ];
  }
  if (areThereOthers) {
    if (toRebuild) return [];
    return [
      `no generation of ${alias} is live: run gongwen rebuild, or POST /_aliases adding ${alias} to one of ${alias}-*`,
    ];
  }
  const meta = { alias, generation: firstGeneration, mapping: mappingVersion };
  await createIndex(call, meta, { ...settings, isLive: true }); // `false`: another process was faster
  return [];
}
