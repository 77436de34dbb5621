/** One setting: how its text is read, what it means, and its default; without a default it must be given. */
export interface Setting<Value> {
  readonly read: (text: string) => Value | undefined;
  /** What `read` accepts, for the message. */
  readonly expected: string;
  readonly description: string;
  readonly fallback?: Value;
  /** Its value is never shown. */
  readonly isSecret?: boolean;
}

export type Settings = Readonly<Record<string, Setting<unknown>>>;
export type Values<Schema extends Settings> = {
  readonly [Name in keyof Schema]: Schema[Name] extends Setting<infer Value> ? Value : never;
};

/** Every problem of a configuration at once, each with the variable to set. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`配置有误 / the configuration is wrong:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/**
 * Reads settings from environment variables into one frozen object.
 *
 * @throws ConfigurationError that names all that is missing or unreadable
 */
export function readConfiguration<Schema extends Settings>(
  schema: Schema,
  environment: Readonly<Record<string, string | undefined>>,
): Values<Schema> {
  const problems: string[] = [];
  const values = Object.entries(schema).map(([name, setting]) => {
    const { read, expected, description, fallback, isSecret } = setting;
    const text = environment[name];
    const value = text === undefined || text === '' ? fallback : read(text);
    if (value === undefined) {
      const found = text && !isSecret ? `${JSON.stringify(text.slice(0, 40))} — ` : '';
      problems.push(`${name}: ${found}应为 / expected ${expected} (${description})`);
    }
    return [name, value] as const;
  });
  if (problems.length > 0) throw new ConfigurationError(problems);
  return Object.freeze(Object.fromEntries(values)) as Values<Schema>; // each was read by its own setting
}

/** A port number; 0 chooses a free one. */
export function portSetting(description: string, fallback?: number): Setting<number> {
  return withFallback({ read: readPort, expected: '0–65535', description }, fallback);
}

export function textSetting(description: string, fallback?: string): Setting<string> {
  return withFallback({ read: (text) => text, expected: 'text', description }, fallback);
}

/** Text that must not be seen; the fallback may be empty for “none”. */
export function secretSetting(description: string, fallback?: string): Setting<string> {
  return withFallback({ read: (text) => text, expected: 'text', description, isSecret: true }, fallback);
}

/** An http or https URL; the fallback may be empty for “none”. */
export function urlSetting(description: string, fallback?: string): Setting<string> {
  return withFallback({ read: readUrl, expected: 'http(s)://…', description }, fallback);
}

/** Comma-separated texts; the fallback may be empty. */
export function listSetting(description: string, fallback?: readonly string[]): Setting<readonly string[]> {
  return withFallback({ read: readList, expected: 'a,b,…', description }, fallback);
}

/** One of a few words. */
export function choiceSetting<const Choice extends string>(
  description: string,
  choices: readonly Choice[],
  fallback?: Choice,
): Setting<Choice> {
  const read = (text: string) => choices.find((choice) => choice === text);
  return withFallback(
    { read, expected: choices.map((choice) => choice || '(empty)').join(' | '), description },
    fallback,
  );
}

/** A whole number of a range. */
export function countSetting(
  description: string,
  [lowest, highest]: readonly [number, number],
  fallback?: number,
): Setting<number> {
  const read = (text: string) => {
    const count = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    return count >= lowest && count <= highest ? count : undefined;
  };
  return withFallback({ read, expected: `${lowest}–${highest}`, description }, fallback);
}

function withFallback<Value>(facts: Setting<Value>, fallback: Value | undefined): Setting<Value> {
  return fallback === undefined ? facts : { ...facts, fallback };
}

function readPort(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) < 65_536 ? Number(text) : undefined;
}

function readUrl(text: string): string | undefined {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? '') ? text : undefined;
}

function readList(text: string): readonly string[] | undefined {
  const items = text.split(',').map((item) => item.trim());
  return items.every((item) => item !== '') ? items : undefined;
}
