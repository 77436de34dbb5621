import { type Document, parseAllDocuments } from 'yaml';

/** Path from the repository’s root → text. */
export type Tree = ReadonlyMap<string, string>;

export const pathsBelow = (tree: Tree, folder: string, suffix: string): string[] =>
  [...tree.keys()].filter((path) => path.startsWith(folder) && path.endsWith(suffix));

/** The documents of a YAML file; `Shape` is what its own reader takes it for. */
export function readYaml<Shape>(tree: Tree, path: string): Shape[] {
  return parse(tree, path).map((document) => document.toJS() as Shape); // written by us
}

export function yamlFaults(tree: Tree): string[] {
  return pathsBelow(tree, 'infra/', '.yaml').flatMap((path) =>
    parse(tree, path).flatMap(({ errors }) => errors.map(({ message }) => `${path}: ${message}`)),
  );
}

function parse(tree: Tree, path: string): Document[] {
  return [...parseAllDocuments(tree.get(path) ?? '', { merge: true })];
}
