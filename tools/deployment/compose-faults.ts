import { type Role, roles } from '@gongwen/ops';
import { type Environment, environmentFaults, isKnownVariable } from './environment-faults.ts';
import { isPinned } from './image-faults.ts';
import { type Tree, documentsOf, textOf } from './tree.ts';

interface Service {
  readonly image?: string;
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly environment?: Environment;
  readonly restart?: string;
  readonly ports?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[] };
  readonly deploy?: { readonly replicas?: number };
}

const path = 'infra/compose.yaml';
const examplePath = 'infra/.env.example';
const enginesPath = 'infra/engines/start-containers.ts';
const ourImage = 'gongwen:';
const mayBeReached: ReadonlySet<Role> = new Set(['publisher', 'portal']);

/** What each image of others is set by, and what the adapters assert of it at their start (docs/operations/). */
const engines: Readonly<Record<string, { readonly known: RegExp; readonly asserted: Environment }>> = {
  'apache/kafka': {
    known: /^KAFKA_[A-Z_]+$/,
    asserted: {
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
      KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE: 'false',
      KAFKA_OFFSETS_RETENTION_MINUTES: '5256000',
    },
  },
  'versity/versitygw': { known: /^ROOT_(ACCESS_KEY_ID|SECRET_ACCESS_KEY)$/, asserted: {} },
  'opensearchproject/opensearch': {
    known:
      /^(discovery\.type|DISABLE_SECURITY_PLUGIN|DISABLE_INSTALL_DEMO_CONFIG|OPENSEARCH_JAVA_OPTS|action\.\w+)$/,
    asserted: { 'action.auto_create_index': 'false', 'action.destructive_requires_name': 'true' },
  },
};

export function composeFaults(tree: Tree): string[] {
  const [{ services } = { services: {} }] = documentsOf<{ services: Record<string, Service> }>(tree, path);
  const example = readExample(textOf(tree, examplePath));
  const inServices = Object.entries(services).flatMap(([name, service]) =>
    serviceFaults(service, example, tree).map((fault) => `${path}: ${name}: ${fault}`),
  );
  return [
    ...inServices,
    ...roles
      .filter((role) => countOf(role, services) < (role === 'portal' ? 1 : 2))
      .map((role) => `${path}: there are too few of ${role}`),
    ...exampleFaults(textOf(tree, path), example),
  ];
}

function serviceFaults(service: Service, example: Environment, tree: Tree): string[] {
  const { image = '', healthcheck, restart, ports = [] } = service;
  const runsOnce = restart === 'no';
  const role = roleOf(service);
  return [
    ...(isPinned(image) ? [] : [`${image} is not pinned`]),
    ...(runsOnce || healthcheck?.test ? [] : ['there is no health check']),
    ...(ports.length > 0 && !(role && mayBeReached.has(role)) ? ['is reached from outside'] : []),
    ...(image.startsWith(ourImage) ? ourFaults(service, example) : engineFaults(service, tree)),
  ];
}

function ourFaults(service: Service, example: Environment): string[] {
  const environment = Object.fromEntries(
    Object.entries(service.environment ?? {}).map(([name, value]) => [name, filledIn(value, example)]),
  );
  const role = roleOf(service);
  if (role) return environmentFaults(role, environment);
  const unknown = Object.keys(environment).filter((name) => !isKnownVariable(name));
  return unknown.map((name) => `${name} is no setting`);
}

function engineFaults({ image = '', environment = {}, restart }: Service, tree: Tree): string[] {
  const engine = engines[image.split(':')[0] ?? ''];
  if (!engine) return [`${image} is an image that nothing is known of`];
  const isTested = textOf(tree, enginesPath).includes(`'${image}'`);
  const asserted = restart === 'no' ? {} : engine.asserted;
  return [
    ...(isTested ? [] : [`${image} is not the version of ${enginesPath}`]),
    ...Object.keys(environment)
      .filter((name) => !engine.known.test(name))
      .map((name) => `${name} is no known setting of ${image}`),
    ...Object.entries(asserted)
      .filter(([name, value]) => environment[name] !== value)
      .map(([name, value]) => `${name} is ${environment[name]}, expected ${value}`),
  ];
}

function roleOf({ entrypoint, command = [] }: Service): Role | undefined {
  return entrypoint ? undefined : roles.find((role) => role === command[0]);
}

function countOf(role: Role, services: Readonly<Record<string, Service>>): number {
  const counts = Object.values(services).map((service) =>
    roleOf(service) === role ? (service.deploy?.replicas ?? 1) : 0,
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** `NAME=value` lines. */
function readExample(text: string): Environment {
  return Object.fromEntries(
    [...text.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
}

const filledIn = (value: string, example: Environment) =>
  value.replaceAll(/\$\{(\w+)[^}]*\}/g, (_, name: string) => example[name] ?? '');

/** The example has what the file asks for, nothing else, and no real secret. */
function exampleFaults(text: string, example: Environment): string[] {
  const asked = new Set([...text.matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name));
  return [
    ...[...asked].filter((name) => !(name in example)).map((name) => `${name} is missing`),
    ...Object.keys(example)
      .filter((name) => !asked.has(name))
      .map((name) => `${name} is used nowhere`),
    ...Object.entries(example)
      .filter(([name, value]) => /KEY|PASSWORD|SECRET/.test(name) && !value.includes('REPLACE'))
      .map(([name]) => `${name} could be taken for a real secret`),
  ].map((fault) => `${examplePath}: ${fault}`);
}
