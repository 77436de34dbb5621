import { parseAllDocuments } from 'yaml';

/** A file, parsed once where it is YAML. */
export interface Source {
  readonly text: string;
  readonly documents: readonly unknown[];
  readonly faults: readonly string[];
}

/** Path from the repository’s root → file. */
export type Tree = ReadonlyMap<string, Source>;

export function readSource(path: string, text: string): Source {
  const parsed = path.endsWith('.yaml') ? [...parseAllDocuments(text, { merge: true })] : [];
  const faults = parsed.flatMap(({ errors }) => errors.map(({ message }) => `${path}: ${message}`));
  return { text, faults, documents: faults.length > 0 ? [] : parsed.map((document) => document.toJS()) };
}

export const textOf = (tree: Tree, path: string): string => tree.get(path)?.text ?? '';

/** The documents of a YAML file; `Shape` is what its own reader takes it for. */
export function documentsOf<Shape>(tree: Tree, path: string): readonly Shape[] {
  return (tree.get(path)?.documents ?? []) as readonly Shape[]; // written by us
}

export function pathsBelow(tree: Tree, folder: string, suffix: string): string[] {
  return [...tree.keys()].filter((path) => path.startsWith(folder) && path.endsWith(suffix));
}
