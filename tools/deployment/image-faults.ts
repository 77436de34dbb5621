import { type Tree, textOf } from './tree.ts';

const dockerfile = 'infra/docker/Dockerfile';

/** A version of three numbers, or a digest: what is tested is what runs. */
export function isPinned(image: string): boolean {
  return /:v?\d+\.\d+\.\d+(-[\w.-]+)?$|@sha256:[0-9a-f]{64}$/.test(image);
}

/** What the image must be: pinned, of the Node that the tests run on, not root, without a shell, with a health check. */
export function imageFaults(tree: Tree): string[] {
  const lines = textOf(tree, dockerfile).replaceAll('\\\n', ' ').split('\n');
  const valuesOf = (instruction: string) =>
    lines
      .filter((line) => line.startsWith(`${instruction} `))
      .map((line) => line.slice(instruction.length + 1).trim());
  const bases = valuesOf('FROM').map((value) => value.split(' ')[0] ?? '');
  const user = valuesOf('USER').at(-1) ?? '';
  const manifest = JSON.parse(textOf(tree, 'package.json')) as { devDependencies?: { node?: string } };
  const node = manifest.devDependencies?.node ?? '';
  return [
    ...bases.filter((base) => !isPinned(base)).map((base) => `${base} is not pinned`),
    ...bases
      .filter((base) => !base.startsWith(`node:${node}-`))
      .map((base) => `${base} is not the Node ${node} of package.json`),
    ...(/^[1-9]\d*:[1-9]\d*$/.test(user) ? [] : [`USER is ${user}, expected numbers that are not root's`]),
    ...['ENTRYPOINT', 'CMD']
      .filter((instruction) => !valuesOf(instruction).at(-1)?.startsWith('['))
      .map((instruction) => `${instruction} is no list of words`),
    ...(valuesOf('HEALTHCHECK').length > 0 ? [] : ['there is no HEALTHCHECK']),
  ].map((fault) => `${dockerfile}: ${fault}`);
}
