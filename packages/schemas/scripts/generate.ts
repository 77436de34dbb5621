// Writes, from source/: the JSON Schemas in schema/, and in src/generated/ the types and the validators.
// All of it is committed; `npm run generate` must leave git clean. An argument names another folder to write to.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import addFormats from 'ajv-formats';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { build } from 'esbuild';
import { compile } from 'json-schema-to-typescript';
import { format } from 'prettier';
import { answers } from '../source/answers.ts';
import { commands } from '../source/commands.ts';
import { definitions } from '../source/definitions.ts';
import { document } from '../source/document.ts';
import { eventSchema, eventTypes, typeName } from '../source/events.ts';
import type { Schema } from '../source/schema.ts';

const home = fileURLToPath(new URL('..', import.meta.url));
const out = (path: string) => join(process.argv[2] ?? home, path);
const base = 'https://gongwen.cn/schemas/';
const banner = '// Generated from ../../source by scripts/generate.ts. Do not edit.';

const kebab = (name: string) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
const complete = (file: string, schema: Schema): [string, Schema] => [
  file,
  { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: base + file, ...schema },
];

const events = eventTypes.map((event) =>
  complete(`document.${event.type}.v1.schema.json`, eventSchema(event)),
);
const messages = [...commands, ...answers].map((schema) =>
  complete(`${kebab(String(schema['title']))}.v1.schema.json`, schema),
);
const files = new Map<string, Schema>([
  complete('common.v1.schema.json', {
    title: 'Common',
    $defs: JSON.parse(
      JSON.stringify({ ...definitions, ...document }).replaceAll('common.v1.schema.json#', '#'),
    ) as Schema,
  }),
  complete('document-event.v1.schema.json', {
    title: 'DocumentEvent',
    type: 'object',
    required: ['type'],
    discriminator: { propertyName: 'type' },
    oneOf: events.map(([file]) => ({ $ref: file })),
  }),
  ...events,
  ...messages,
]);

await mkdir(out('schema'), { recursive: true });
await mkdir(out('src/generated'), { recursive: true });
for (const [file, schema] of files) {
  const text = await format(JSON.stringify(schema), { parser: 'json', printWidth: 110 });
  await writeFile(out(`schema/${file}`), text);
}

// One root that reaches everything, so that every shared definition is declared once.
const reached = [...messages.map(([file]) => file), 'document-event.v1.schema.json'];
const types = await compile(
  {
    title: 'Contracts',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries([
      ...reached.map((file) => [file, { $ref: file }]),
      // not reached from a message
      ['DocumentChanges', { $ref: 'common.v1.schema.json#/$defs/DocumentChanges' }],
    ]),
  },
  'Contracts',
  {
    cwd: out('schema/'),
    bannerComment: banner,
    additionalProperties: false,
    unreachableDefinitions: false,
    enableConstEnums: false,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 110 },
  },
);
await writeFile(out('src/generated/types.ts'), types);
await writeFile(
  out('src/generated/event-types.ts'),
  await format(
    `${banner}\n/** Event types (DESIGN §4) and what they are called in Chinese. */\nexport const eventTypeNames = ${JSON.stringify(
      Object.fromEntries(eventTypes.map((event) => [typeName(event.type), event.zh])),
    )} as const;\n`,
    { parser: 'typescript', singleQuote: true, printWidth: 110 },
  ),
);

const ajv = new Ajv2020({
  strict: true,
  strictRequired: false,
  allErrors: true, // an editor sees every fault at once; the reader before it bounds the size of what comes here
  ownProperties: true, // else `required: ["toString"]` would pass on {}
  discriminator: true,
  schemas: [...files.values()],
  messages: false,
  inlineRefs: false, // one function a definition instead of a copy at each use
  code: { source: true, esm: true, lines: true },
});
addFormats.default(ajv);
const validated = [...files].filter(([file]) => file !== 'common.v1.schema.json');
const exportName = (schema: Schema) => `is${String(schema['title'])}`;
const code = standaloneCode.default(
  ajv,
  Object.fromEntries(validated.map(([file, schema]) => [exportName(schema), base + file])),
);
// ajv gathers the errors of n items by n copies of a growing list: 10 000 faults would take a second, so it stops early.
const enoughErrors = 100;
const bounded = code.replaceAll(
  /vErrors\.concat\((\w+\.errors)\)/g,
  `(vErrors.length < ${enoughErrors} ? vErrors.concat($1) : vErrors)`,
);
if (bounded === code) throw new Error('ajv gathers errors in another way now: look at the generated code');
// ajv's standalone output still calls require(): bundled, it is one file that runs in Node and in browsers.
await build({
  stdin: {
    contents: `${bounded}\nexport { default as localizeZh } from 'ajv-i18n/localize/zh/index.js';\nexport { default as localizeEn } from 'ajv-i18n/localize/en/index.js';\n`,
    resolveDir: home,
    loader: 'js',
  },
  outfile: out('src/generated/validators.js'),
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  target: 'es2022',
  charset: 'utf8',
  banner: { js: banner },
});
await writeFile(
  out('src/generated/validators.d.ts'),
  `${[
    banner,
    "import type * as types from './types.ts';",
    'export interface SchemaError {\n  instancePath: string;\n  schemaPath: string;\n  keyword: string;\n  params: Record<string, unknown>;\n  message?: string;\n}',
    'export interface Validator<Value> {\n  (value: unknown): value is Value;\n  errors?: SchemaError[] | null;\n}',
    ...validated.map(
      ([, schema]) =>
        `export declare const ${exportName(schema)}: Validator<types.${String(schema['title'])}>;`,
    ),
    'export declare function localizeZh(errors: SchemaError[] | null | undefined): void;',
    'export declare function localizeEn(errors: SchemaError[] | null | undefined): void;',
  ].join('\n')}\n`,
);
