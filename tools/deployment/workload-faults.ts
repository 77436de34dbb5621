import { type Role, roles } from '@gongwen/ops';
import { environmentFaults, isKnownVariable } from './environment-faults.ts';
import { isPinned } from './image-faults.ts';
import {
  type Container,
  type Manifest,
  type PodSpec,
  componentLabel,
  componentOf,
  folder,
  readConfigMaps,
  readKustomizations,
  readManifests,
} from './manifests.ts';
import type { Tree } from './tree.ts';

/** Who is told where an engine is must be let through to it. */
const waysTo: Readonly<Record<string, string>> = {
  'gongwen-kafka': 'to-kafka',
  'gongwen-s3': 'to-s3',
  'gongwen-opensearch': 'to-opensearch',
  'gongwen-target': 'to-library',
};

type ConfigMaps = ReturnType<typeof readConfigMaps>;

/** Every workload: hardened, bounded, pinned, and given what it reads; every role: probed, spread and not drained at once. */
export function workloadFaults(tree: Tree): string[] {
  const manifests = readManifests(tree);
  const configMaps = readConfigMaps(readKustomizations(tree));
  const workloads = manifests.filter(({ spec }) => spec?.template);
  const found = workloads.flatMap((workload) =>
    faultsOf(workload, configMaps, manifests).map((fault) => `${workload.path}: ${fault}`),
  );
  const missing = roles.filter((role) => !workloads.some((workload) => componentOf(workload) === role));
  return [
    ...found,
    ...missing.map((role) => `${folder}: there is no workload of ${role}`),
    ...selectionFaults(manifests, new Set(workloads.map(componentOf))),
  ];
}

function faultsOf(workload: Manifest, configMaps: ConfigMaps, manifests: readonly Manifest[]): string[] {
  const pod = workload.spec?.template?.spec;
  if (!pod) return [];
  const role = roles.find((name) => name === componentOf(workload));
  const budget = manifests.some(
    ({ kind, spec }) =>
      kind === 'PodDisruptionBudget' && spec?.selector?.matchLabels?.[componentLabel] === role,
  );
  return [
    ...podFaults(pod),
    ...pod.containers.flatMap((container) => wayFaults(container, componentOf(workload), manifests)),
    ...pod.containers.flatMap((container) => containerFaults(container, pod)),
    ...pod.containers.flatMap((container) => settingFaults(container, role, configMaps)),
    ...(role ? pod.containers.flatMap((container) => probeFaults(container, role)) : []),
    ...(role && !budget ? [`${role} has no PodDisruptionBudget`] : []),
    ...(role && !pod.topologySpreadConstraints?.length ? [`${role} is not spread`] : []),
  ];
}

function podFaults({ securityContext, automountServiceAccountToken }: PodSpec): string[] {
  return [
    ...(securityContext?.runAsNonRoot === true ? [] : ['may run as root']),
    ...(securityContext?.seccompProfile?.type === 'RuntimeDefault' ? [] : ['has no seccomp profile']),
    ...(automountServiceAccountToken === false ? [] : ['is given a token of the cluster']),
  ];
}

function containerFaults(container: Container, { volumes = [] }: PodSpec): string[] {
  const { image, resources, securityContext, volumeMounts = [] } = container;
  const bounds = (['requests', 'limits'] as const).flatMap((bound) =>
    ['cpu', 'memory']
      .filter((what) => !resources?.[bound]?.[what])
      .map((what) => `has no ${bound} of ${what}`),
  );
  return [
    ...bounds,
    ...(isPinned(image) ? [] : [`${image} is not pinned`]),
    ...(securityContext?.allowPrivilegeEscalation === false ? [] : ['may gain privileges']),
    ...(securityContext?.readOnlyRootFilesystem === true ? [] : ['may write to its root file system']),
    ...(securityContext?.capabilities?.drop?.includes('ALL') ? [] : ['keeps capabilities']),
    ...volumeMounts
      .filter((mount) => !volumes.some(({ name }) => name === mount.name))
      .map(({ name }) => `mounts ${name}, which is no volume`),
  ];
}

function probeFaults({ args = [], ...container }: Container, role: Role): string[] {
  const wanted = { startupProbe: '/livez', livenessProbe: '/livez', readinessProbe: '/readyz' } as const;
  const names = Object.keys(wanted) as (keyof typeof wanted)[];
  return [
    ...(args[0] === role ? [] : [`runs ${args[0]}, expected ${role}`]),
    ...names.flatMap((name) => {
      const found = container[name]?.httpGet?.path;
      return found === wanted[name] ? [] : [`${name} asks ${found}, expected ${wanted[name]}`];
    }),
  ];
}

/** What is in a Secret is not looked at here; anything stands for it. */
function settingFaults(container: Container, role: Role | undefined, configMaps: ConfigMaps): string[] {
  const { env = [], envFrom = [] } = container;
  const groups = envFrom.map(({ configMapRef }) => configMapRef?.name ?? 'a Secret as a whole');
  const environment = Object.assign(
    {},
    ...groups.map((name) => configMaps.get(name)),
    Object.fromEntries(env.map(({ name, value = 'secret' }) => [name, value])),
  ) as Record<string, string>;
  const unknown = Object.keys(environment).filter((name) => !isKnownVariable(name));
  return [
    ...groups.filter((name) => !configMaps.has(name)).map((name) => `takes ${name}, which is no ConfigMap`),
    ...(role ? environmentFaults(role, environment) : unknown.map((name) => `${name} is no setting`)),
  ];
}

function wayFaults({ envFrom = [] }: Container, component: string, manifests: readonly Manifest[]): string[] {
  const ways = envFrom.flatMap(({ configMapRef }) => waysTo[configMapRef?.name ?? ''] ?? []);
  const isOpen = (way: string) =>
    manifests.some(
      ({ kind, metadata, spec }) =>
        kind === 'NetworkPolicy' && metadata.name === way && selectedBy(kind, spec).includes(component),
    );
  return ways.filter((way) => !isOpen(way)).map((way) => `${component} is not let through by ${way}`);
}

/** Services, budgets and policies select what there is, and what no policy names is denied. */
function selectionFaults(manifests: readonly Manifest[], components: ReadonlySet<string>): string[] {
  const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy');
  const strangers = manifests.flatMap(({ path, kind, metadata, spec }) =>
    selectedBy(kind, spec)
      .filter((component) => !components.has(component))
      .map((component) => `${path}: ${kind} ${metadata.name} selects ${component}, which does not exist`),
  );
  return policies.some(isDenial) ? strangers : [...strangers, `${folder}: nothing denies by default`];
}

function isDenial({ spec }: Manifest): boolean {
  const isOfBoth = ['Ingress', 'Egress'].every((type) => spec?.policyTypes?.includes(type));
  return isOfBoth && !spec?.ingress && !spec?.egress;
}

function selectedBy(kind: string, spec: Manifest['spec']): readonly string[] {
  if (kind === 'Service') {
    const labels = spec?.selector as Readonly<Record<string, string>> | undefined; // labels themselves there
    return labels?.[componentLabel] === undefined ? [] : [labels[componentLabel]];
  }
  const selectors = [spec?.selector, spec?.podSelector];
  return selectors.flatMap((selector) => [
    ...(selector?.matchLabels?.[componentLabel] === undefined ? [] : [selector.matchLabels[componentLabel]]),
    ...(selector?.matchExpressions ?? []).flatMap(({ key, values }) =>
      key === componentLabel ? values : [],
    ),
  ]);
}
