import { type Manifest, componentOf, folder, readManifests } from './manifests.ts';
import type { Tree } from './tree.ts';

/** What one credential consists of. */
const credentials = [
  'password username',
  'access-key-id secret-access-key',
  'private-key',
  'departments.json',
];
/** The city signs with one key, whether the syndicator delivers or an operator replays. */
const sharedOnPurpose: ReadonlySet<string> = new Set(['target-signing-key']);
/** Both are the operators’. */
const ownerOf = (component: string) => (component === 'topics' ? 'operator' : component);

interface Use {
  readonly path: string;
  readonly owner: string;
  readonly name: string;
  readonly key?: string;
}

/** One credential a Secret, one owner a Secret, and every Secret that is used is described. */
export function secretFaults(tree: Tree): string[] {
  const manifests = readManifests(tree);
  const secrets = manifests.filter(({ kind }) => kind === 'Secret');
  const uses = manifests.flatMap(usesOf);
  return [
    ...secrets.flatMap((secret) => contentFaults(secret).map((fault) => `${secret.path}: ${fault}`)),
    ...uses.flatMap((use) => useFaults(use, secrets).map((fault) => `${use.path}: ${fault}`)),
    ...secrets.flatMap(({ metadata: { name } }) => {
      const owners = new Set(uses.filter((use) => use.name === name).map(({ owner }) => owner));
      if (owners.size === 0) return [`${folder}: the Secret ${name} is used by nobody`];
      return owners.size === 1 || sharedOnPurpose.has(name)
        ? []
        : [`${folder}: the Secret ${name} is shared by ${[...owners].join(', ')}`];
    }),
  ];
}

function contentFaults({ metadata: { name }, stringData = {} }: Manifest): string[] {
  const isOne = credentials.includes(Object.keys(stringData).toSorted().join(' '));
  const real = Object.entries(stringData).filter(
    ([key, value]) => !['username', 'departments.json'].includes(key) && !value.includes('REPLACE'),
  );
  return [
    ...(isOne ? [] : [`the Secret ${name} is not one credential`]),
    ...real.map(([key]) => `${name}/${key} could be taken for a real secret`),
  ];
}

function usesOf(workload: Manifest): Use[] {
  const pod = workload.spec?.template?.spec;
  if (!pod) return [];
  const whose = { path: workload.path, owner: ownerOf(componentOf(workload)) };
  const variables = pod.containers.flatMap(({ env = [], envFrom = [] }) => [
    ...env.flatMap(({ valueFrom }) => (valueFrom?.secretKeyRef ? [valueFrom.secretKeyRef] : [])),
    ...envFrom.flatMap(({ secretRef }) => (secretRef ? [secretRef] : [])),
  ]);
  const files = (pod.volumes ?? []).flatMap(({ secret }) => (secret ? [{ name: secret.secretName }] : []));
  return [...variables, ...files].map((use) => ({ ...whose, ...use }));
}

function useFaults({ name, key }: Use, secrets: readonly Manifest[]): string[] {
  const secret = secrets.find(({ metadata }) => metadata.name === name);
  if (!secret) return [`the Secret ${name} is not described`];
  return key === undefined || key in (secret.stringData ?? {}) ? [] : [`the Secret ${name} has no ${key}`];
}
