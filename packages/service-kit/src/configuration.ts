/** One setting: how its text is read, what it means, and its default; without a default it must be given. */
export interface Setting<Value> {
  readonly read: (text: string) => Value | undefined;
  /** What `read` accepts, for the message. */
  readonly expected: string;
  readonly description: string;
  readonly fallback?: Value;
}

type Settings = Readonly<Record<string, Setting<unknown>>>;
type Values<Schema extends Settings> = {
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
  const values = Object.entries(schema).map(([name, { read, expected, description, fallback }]) => {
    const text = environment[name];
    const value = text === undefined || text === '' ? fallback : read(text);
    if (value === undefined) {
      problems.push(
        `${name}: ${text ? `${JSON.stringify(text.slice(0, 40))} — ` : ''}应为 / expected ${expected} (${description})`,
      );
    }
    return [name, value] as const;
  });
  if (problems.length > 0) throw new ConfigurationError(problems);
  return Object.freeze(Object.fromEntries(values)) as Values<Schema>; // each was read by its own setting
}

/** A port number; 0 chooses a free one. */
export function portSetting(description: string, fallback?: number): Setting<number> {
  return { read: readPort, expected: '0–65535', description, ...(fallback !== undefined && { fallback }) };
}

export function textSetting(description: string, fallback?: string): Setting<string> {
  return { read: (text) => text, expected: 'text', description, ...(fallback !== undefined && { fallback }) };
}

/** An http or https URL; the fallback may be empty for “none”. */
export function urlSetting(description: string, fallback?: string): Setting<string> {
  return { read: readUrl, expected: 'http(s)://…', description, ...(fallback !== undefined && { fallback }) };
}

function readPort(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) < 65_536 ? Number(text) : undefined;
}

function readUrl(text: string): string | undefined {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? '') ? text : undefined;
}
