import { dirname, join } from 'node:path/posix';
import { type Tree, documentsOf, pathsBelow } from './tree.ts';

export const folder = 'infra/kubernetes/';

interface Named {
  readonly name: string;
}

export interface Container extends Named {
  readonly image: string;
  readonly args?: readonly string[];
  readonly command?: readonly string[];
  readonly env?: readonly (Named & {
    readonly value?: string;
    readonly valueFrom?: { readonly secretKeyRef?: Named & { readonly key: string } };
  })[];
  readonly envFrom?: readonly { readonly configMapRef?: Named; readonly secretRef?: Named }[];
  readonly resources?: Readonly<Record<'requests' | 'limits', Readonly<Record<string, string>> | undefined>>;
  readonly securityContext?: {
    readonly allowPrivilegeEscalation?: boolean;
    readonly readOnlyRootFilesystem?: boolean;
    readonly capabilities?: { readonly drop?: readonly string[] };
  };
  readonly volumeMounts?: readonly Named[];
  readonly startupProbe?: Probe;
  readonly livenessProbe?: Probe;
  readonly readinessProbe?: Probe;
}

export interface Probe {
  readonly httpGet?: { readonly path: string };
}

export interface PodSpec {
  readonly automountServiceAccountToken?: boolean;
  readonly securityContext?: {
    readonly runAsNonRoot?: boolean;
    readonly seccompProfile?: { readonly type?: string };
  };
  readonly topologySpreadConstraints?: readonly object[];
  readonly containers: readonly Container[];
  readonly volumes?: readonly (Named & { readonly secret?: { readonly secretName: string } })[];
}

interface Selector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly { readonly key: string; readonly values: readonly string[] }[];
}

export interface Manifest {
  readonly path: string;
  readonly kind: string;
  readonly metadata: Named;
  readonly stringData?: Readonly<Record<string, string>>;
  readonly spec?: {
    readonly selector?: Selector;
    readonly podSelector?: Selector;
    readonly policyTypes?: readonly string[];
    readonly ingress?: readonly object[];
    readonly egress?: readonly object[];
    readonly template?: {
      readonly metadata: { readonly labels: Readonly<Record<string, string>> };
      readonly spec: PodSpec;
    };
  };
}

export interface Kustomization {
  readonly path: string;
  readonly resources?: readonly string[];
  readonly images?: readonly (Named & { readonly newTag?: string; readonly digest?: string })[];
  readonly replicas?: readonly Named[];
  readonly configMapGenerator?: readonly (Named & {
    readonly behavior?: string;
    readonly literals?: readonly string[];
  })[];
  readonly patches?: readonly { readonly target?: { readonly kind?: string; readonly name?: string } }[];
}

const isKustomization = (path: string) => path.endsWith('/kustomization.yaml');

export function readManifests(tree: Tree): Manifest[] {
  return pathsBelow(tree, folder, '.yaml')
    .filter((path) => !isKustomization(path))
    .flatMap((path) => documentsOf<Manifest>(tree, path).map((manifest) => ({ ...manifest, path })));
}

export function readKustomizations(tree: Tree): Kustomization[] {
  return pathsBelow(tree, folder, '.yaml')
    .filter(isKustomization)
    .flatMap((path) => documentsOf<Kustomization>(tree, path).map((each) => ({ ...each, path })));
}

/** `NAME=value` of each ConfigMap, as the base has it and overlays add to it. */
export function readConfigMaps(
  kustomizations: readonly Kustomization[],
): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const maps = new Map<string, Record<string, string>>();
  for (const { configMapGenerator = [] } of kustomizations) {
    for (const { name, literals = [] } of configMapGenerator) {
      const pairs = literals.map((literal) => [
        literal.slice(0, literal.indexOf('=')),
        literal.slice(literal.indexOf('=') + 1),
      ]);
      maps.set(name, { ...maps.get(name), ...Object.fromEntries(pairs) });
    }
  }
  return maps;
}

export const componentLabel = 'app.kubernetes.io/component';

/** Which part of the system the pods of a workload are. */
export function componentOf({ spec }: Manifest): string {
  return spec?.template?.metadata.labels[componentLabel] ?? '';
}

/** What a kustomization names must be there. */
export function kustomizationFaults(tree: Tree): string[] {
  const manifests = readManifests(tree);
  return readKustomizations(tree).flatMap((kustomization) =>
    faultsOf(kustomization, tree, manifests).map((fault) => `${kustomization.path}: ${fault}`),
  );
}

function faultsOf(kustomization: Kustomization, tree: Tree, manifests: readonly Manifest[]): string[] {
  const { path, resources = [], images = [], replicas = [], patches = [] } = kustomization;
  const isThere = (resource: string) => {
    const target = join(dirname(path), resource);
    return tree.has(target) || tree.has(`${target}/kustomization.yaml`);
  };
  const isOf = (kind: string, pattern: string) =>
    manifests.some((each) => each.kind === kind && new RegExp(`^(${pattern})$`).test(each.metadata.name));
  return [
    ...resources.filter((resource) => !isThere(resource)).map((resource) => `${resource} does not exist`),
    ...images
      .filter(({ newTag = '', digest }) => digest === undefined && !/^\d+\.\d+\.\d+/.test(newTag))
      .map(({ name }) => `the image ${name} is not pinned`),
    ...replicas
      .filter(({ name }) => !isOf('Deployment', name))
      .map(({ name }) => `replicas of ${name}, which is no Deployment`),
    ...patches
      .flatMap(({ target: { kind = '', name = '' } = {} }) =>
        name.split('|').map((one) => [kind, one] as const),
      )
      .filter(([kind, name]) => !isOf(kind, name))
      .map(([kind, name]) => `a patch of ${kind} ${name}, which does not exist`),
  ];
}
