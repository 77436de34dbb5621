import { basename, dirname, join } from 'node:path/posix';
import { readModule } from './read-module.ts';

/** What may stand in `packages/` and which of our packages each may import (DESIGN §9). */
const base = ['schemas', 'domain', 'ports', 'service-kit'];
export const services = ['publisher', 'archiver', 'indexer', 'syndicator', 'portal'];
const arrows: Readonly<Record<string, readonly string[]>> = {
  schemas: [],
  domain: ['schemas'],
  sdk: ['schemas'],
  ports: ['schemas', 'domain'],
  'service-kit': ['schemas', 'domain', 'ports'],
  ...Object.fromEntries(services.map((name) => [name, base])),
  syndicator: [...base, 'sdk'],
  checker: [...base, 'archiver'],
  local: [...base, ...services, 'sdk'],
  ops: [...base, ...services, 'sdk', 'checker', 'local'],
};
const examplesMayUse = ['sdk', 'schemas', 'checker', 'local'];

const heavyClients = [
  { client: /^kafkajs(\/|$)/, home: 'packages/ports/src/kafka/' },
  { client: /^@aws-sdk\//, home: 'packages/ports/src/s3/' },
  { client: /^@opensearch-project\//, home: 'packages/ports/src/opensearch/' },
];
const vagueName = /^(utils?|helpers?|common|misc|lib|shared|manager)$/;
const maximumLines = 250;

export interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** A file tree: path from the repository’s root → text. */
export type Tree = ReadonlyMap<string, string>;

/** Everything in the tree that breaks a rule of the house, as `path: what`. */
export function architectureFaults(tree: Tree): string[] {
  const manifests = readManifests(tree);
  const arrowsInManifests = [...manifests].flatMap(([home, manifest]) =>
    Object.keys(manifest.dependencies ?? {}).flatMap((name) =>
      arrowFault(home, name, manifests).map((fault) => `${home}package.json: ${fault}`),
    ),
  );
  const inFiles = [...tree.keys()]
    .filter((path) => path.endsWith('.ts') && !path.includes('/generated/'))
    .flatMap((path) => fileFaults(path, tree.get(path) ?? '', manifests).map((fault) => `${path}: ${fault}`));
  return [...arrowsInManifests, ...inFiles];
}

/** Folder of each package (with slash; '' for the root) → its manifest. */
function readManifests(tree: Tree): ReadonlyMap<string, Manifest> {
  const found = [...tree].filter(([path]) => basename(path) === 'package.json');
  return new Map(
    // written by us, read by npm
    found.map(([path, text]) => [path.slice(0, -'package.json'.length), JSON.parse(text) as Manifest]),
  );
}

function fileFaults(path: string, text: string, manifests: ReadonlyMap<string, Manifest>): string[] {
  const module = readModule(path, text);
  const home = homeOf(path);
  const isConfig = /(^|\.|\/)config\.ts$|tsup\.base\.ts$|reporter\.ts$/.test(path);
  const mayReadEnvironment = isConfig || /^(tools|examples|infra)\//.test(path);
  return [
    ...module.imports.flatMap((name) => importFaults(path, home, name, manifests)),
    ...(module.readsEnvironment && !mayReadEnvironment ? ['reads process.env outside config.ts'] : []),
    ...(module.exportsAll ? ['has export *'] : []),
    ...(module.exportsDefault && !isConfig ? ['has a default export'] : []),
    ...path
      .split('/')
      .filter((part) => vagueName.test(part.replace(/\..*$/, '')))
      .map((part) => `${part} names no concept`),
    ...(module.lines > maximumLines && !isTest(path) ? [`has ${module.lines} lines`] : []),
  ];
}

function importFaults(
  path: string,
  home: string,
  name: string,
  manifests: ReadonlyMap<string, Manifest>,
): string[] {
  if (name.startsWith('.')) return relativeFaults(path, home, name);
  if (name.startsWith('node:')) return [];
  // a raw loop beside ours is made of the bare client
  const mayUseBare = path.startsWith('examples/bench/');
  const elsewhere =
    !mayUseBare && heavyClients.some((rule) => rule.client.test(name) && !path.startsWith(rule.home));
  const packageName = /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name;
  return [
    ...(elsewhere ? [`imports ${name} outside its adapter`] : []),
    ...(isTest(path) && isInfrastructure(packageName, manifests)
      ? []
      : arrowFault(home, packageName, manifests)),
    ...(isDeclared(path, home, packageName, manifests)
      ? []
      : [`imports ${packageName}, which is no dependency`]),
  ];
}

function relativeFaults(path: string, home: string, name: string): string[] {
  const isRootConfig = /^tsup\.config\.ts$/.test(basename(path)) && name === '../../tsup.base.ts';
  const target = join(dirname(path), name);
  return target.startsWith(home) || isRootConfig ? [] : [`imports ${name} from outside its package`];
}

function arrowFault(home: string, name: string, manifests: ReadonlyMap<string, Manifest>): string[] {
  const target = [...manifests].find(([, manifest]) => manifest.name === name)?.[0];
  const [kind, from = ''] = home.split('/');
  if (target === undefined || target === home || kind === 'tools') return [];
  const [targetKind, to = ''] = target.split('/');
  if (kind === 'examples') {
    const mayUse = targetKind !== 'packages' || examplesMayUse.includes(to);
    return mayUse ? [] : [`an example may not use ${to}`];
  }
  if (services.includes(from) && services.includes(to)) return [`a service imports the service ${to}`];
  return arrows[from]?.includes(to) && targetKind === 'packages' ? [] : [`${from} may not use ${to}`];
}

/** Real engines are for tests, examples and people, never for what runs in production. */
function isInfrastructure(name: string, manifests: ReadonlyMap<string, Manifest>): boolean {
  return [...manifests].some(([home, manifest]) => home.startsWith('infra/') && manifest.name === name);
}

/** Tests, contracts and build steps may also use what only development needs. */
function isDeclared(
  path: string,
  home: string,
  name: string,
  manifests: ReadonlyMap<string, Manifest>,
): boolean {
  const own = manifests.get(home);
  if (own?.dependencies?.[name] !== undefined) return true;
  const isOfTools = home === 'tools/';
  const isForDevelopment = isOfTools || isTest(path) || !path.startsWith(`${home}src/`);
  if (!isForDevelopment) return false;
  const isOurs = [...manifests.values()].some((manifest) => manifest.name === name);
  return (
    (isOfTools && isOurs) ||
    own?.devDependencies?.[name] !== undefined ||
    manifests.get('')?.devDependencies?.[name] !== undefined
  );
}

function isTest(path: string): boolean {
  return /\.(test|test-d|contract)\.ts$|\/contract(\.ts$|\/)/.test(path);
}

/** `packages/x/`, `examples/x/`, `infra/x/` or `tools/`. */
function homeOf(path: string): string {
  const [kind = '', name = ''] = path.split('/');
  return kind === 'tools' ? 'tools/' : `${kind}/${name}/`;
}
