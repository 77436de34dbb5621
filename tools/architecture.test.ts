import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Manifest, architectureFaults, services } from './architecture.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

describe('the repository', () => {
  it('keeps the arrows, the homes of the clients and the house style', { timeout: 30_000 }, async () => {
    const tree = await readTree();
    expect(tree.size).toBeGreaterThan(50);
    expect(architectureFaults(tree)).toEqual([]);
  });
});

describe('the rules', () => {
  it('let a well-made tree pass', () => {
    expect(faultsWith({})).toEqual([]);
  });

  // prettier-ignore
  it.each<[string, Record<string, string>, string]>([
    ['an arrow that turns round', { 'packages/schemas/src/a.ts': "import { decide } from '@gongwen/domain';" }, 'schemas may not use domain'],
    ['an arrow in a type import', { 'packages/domain/src/a.ts': "import type { Log } from '@gongwen/ports';" }, 'domain may not use ports'],
    ['an arrow in a dynamic import', { 'packages/sdk/src/a.ts': "await import('@gongwen/domain');" }, 'sdk may not use domain'],
    ['an arrow in a re-export', { 'packages/ports/src/a.ts': "export { x } from '@gongwen/local';" }, 'ports may not use local'],
    ['an arrow in a manifest', { 'packages/sdk/package.json': manifest('@gongwen/sdk', ['@gongwen/domain']) }, 'packages/sdk/package.json: sdk may not use domain'],
    ['the sdk in a service other than the syndicator', { 'packages/indexer/src/a.ts': "import '@gongwen/sdk';" }, 'indexer may not use sdk'],
    ['an example that uses the inside', { 'examples/demo/a.ts': "import '@gongwen/domain';" }, 'an example may not use domain'],
    ['a package that uses an example', { 'packages/local/src/a.ts': "import '@gongwen/example-demo';" }, 'local may not use demo'],
    ['engines in what runs in production', { 'infra/engines/package.json': manifest('@gongwen/engines'), 'packages/ports/src/a.ts': "import '@gongwen/engines';" }, 'ports may not use engines'],
    ['a service that imports a service', { 'packages/indexer/src/a.ts': "import { x } from '@gongwen/archiver';" }, 'a service imports the service archiver'],
    ['a relative import into another package', { 'packages/sdk/src/a.ts': "import { x } from '../../schemas/src/index.ts';" }, 'outside its package'],
    ['a relative import out of tools', { 'tools/a.ts': "import '../packages/ops/src/cli.ts';" }, 'outside its package'],
    ['an import that is not declared', { 'packages/domain/src/a.ts': "import { z } from 'zod';" }, 'imports zod, which is no dependency'],
    ['a development tool in sources', { 'packages/domain/src/a.ts': "import { it } from 'vitest';" }, 'imports vitest, which is no dependency'],
    ['kafkajs outside its adapter', { 'packages/ports/src/sqlite/a.ts': "import { Kafka } from 'kafkajs';" }, 'imports kafkajs outside its adapter'],
    ['an AWS client outside its adapter', { 'packages/archiver/src/a.ts': "import '@aws-sdk/client-s3';" }, 'outside its adapter'],
    ['OpenSearch outside its adapter', { 'packages/ports/src/s3/a.ts': "import '@opensearch-project/opensearch/aws';" }, 'outside its adapter'],
    ['process.env in the middle', { 'packages/portal/src/a.ts': 'export const port = process.env.PORT;' }, 'reads process.env'],
    ["process['env']", { 'packages/portal/src/a.ts': "export const port = process['env'];" }, 'reads process.env'],
    ['a destructured process', { 'packages/portal/src/a.ts': 'const { env } = process;' }, 'reads process.env'],
    ['env from node:process', { 'packages/portal/src/a.ts': "import { env } from 'node:process';" }, 'reads process.env'],
    ['export *', { 'packages/ports/src/a.ts': "export * from './b.ts';" }, 'has export *'],
    ['export * as', { 'packages/ports/src/a.ts': "export * as b from './b.ts';" }, 'has export *'],
    ['a default function', { 'packages/ports/src/a.ts': 'export default function open() {}' }, 'has a default export'],
    ['a default expression', { 'packages/ports/src/a.ts': 'export default {};' }, 'has a default export'],
    ['a renamed default', { 'packages/ports/src/a.ts': 'const a = 1; export { a as default };' }, 'has a default export'],
    ['a file called utils', { 'packages/ports/src/utils.ts': '' }, 'utils.ts names no concept'],
    ['a test of helpers', { 'packages/ports/src/helpers.test.ts': '' }, 'helpers.test.ts names no concept'],
    ['a folder called shared', { 'examples/demo/shared/a.ts': '' }, 'shared names no concept'],
    ['a long file', { 'packages/ports/src/a.ts': '\n'.repeat(251) }, 'has 251 lines'],
  ])('find %s', (_name, files, fault) => {
    expect(faultsWith(files)).toEqual(expect.arrayContaining([expect.stringContaining(fault)]));
  });

  // prettier-ignore
  it.each<[string, Record<string, string>]>([
    ['clients in their adapters', {
      'packages/ports/package.json': manifest('@gongwen/ports', ['@gongwen/schemas', '@gongwen/domain', 'kafkajs']),
      'packages/ports/src/kafka/a.ts': "import { Kafka } from 'kafkajs';",
    }],
    ['process.env in config.ts and in tools, and as a word', {
      'packages/portal/src/config.ts': 'export const port = process.env.PORT;',
      'tools/a.ts': 'export const port = process.env.PORT;',
      'packages/portal/src/a.ts': '// process.env is read in config.ts\nexport const text = "process.env";',
    }],
    ['default exports of configurations', { 'packages/sdk/tsup.config.ts': "import { published } from '../../tsup.base.ts'; export default published;" }],
    ['tests that import the test runner', { 'packages/domain/src/a.test.ts': "import { it } from 'vitest';" }],
    ['long tests and generated files', { 'packages/domain/src/a.test.ts': '\n'.repeat(900), 'packages/schemas/src/generated/types.ts': '\n'.repeat(900) }],
    ['tools that measure any package', { 'tools/bench/main.ts': "import { startLocal } from '@gongwen/local';" }],
  ])('allow %s', (_name, files) => {
    expect(faultsWith(files)).toEqual([]);
  });
});

function manifest(name: string, dependencies: readonly string[] = []): string {
  const content: Manifest = {
    name,
    dependencies: Object.fromEntries(dependencies.map((key) => [key, '1.0.0'])),
  };
  return JSON.stringify(content);
}

/** A small made-up tree in good order, with some files put in. */
function faultsWith(files: Record<string, string>): string[] {
  const kit = ['schemas', 'domain', 'ports', 'service-kit'].map((name) => `@gongwen/${name}`);
  const good = {
    'package.json': JSON.stringify({ name: 'gongwen', devDependencies: { vitest: '1.0.0' } }),
    'packages/schemas/package.json': manifest('@gongwen/schemas'),
    'packages/domain/package.json': manifest('@gongwen/domain', kit.slice(0, 1)),
    'packages/sdk/package.json': manifest('@gongwen/sdk', kit.slice(0, 1)),
    'packages/ports/package.json': manifest('@gongwen/ports', kit.slice(0, 2)),
    'packages/service-kit/package.json': manifest('@gongwen/service-kit', kit.slice(0, 3)),
    ...Object.fromEntries(
      services.map((name) => [`packages/${name}/package.json`, manifest(`@gongwen/${name}`, kit)]),
    ),
    'packages/local/package.json': manifest('@gongwen/local', [...kit, '@gongwen/archiver', '@gongwen/sdk']),
    'packages/ops/package.json': manifest('@gongwen/ops', [...kit, '@gongwen/local', '@gongwen/sdk']),
    'examples/demo/package.json': manifest('@gongwen/example-demo', ['@gongwen/sdk', '@gongwen/local']),
    'packages/domain/src/admit.ts': "import { type Document } from '@gongwen/schemas';\nimport './x.ts';\n",
  };
  return architectureFaults(new Map(Object.entries({ ...good, ...files })));
}

async function readTree(): Promise<Map<string, string>> {
  const lists = await Promise.all(
    ['packages', 'examples', 'infra', 'tools'].map((folder) => filesBelow(folder)),
  );
  const paths = ['package.json', ...lists.flat()];
  const texts = await Promise.all(paths.map((path) => readFile(join(root, path), 'utf8')));
  return new Map(paths.map((path, index) => [path, texts[index] ?? '']));
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const lists = await Promise.all(
    entries.map(async (entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory())
        return ['node_modules', 'dist', 'coverage', '.turbo'].includes(entry.name) ? [] : filesBelow(path);
      return entry.name.endsWith('.ts') || entry.name === 'package.json' ? [path] : [];
    }),
  );
  return lists.flat();
}
