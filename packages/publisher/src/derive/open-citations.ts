import { citationKeysOf, referenceKeysOf } from '@gongwen/domain';
import type { Document, DocumentReference } from '@gongwen/schemas';

/** What waits for other documents, found again when one comes or changes that it may mean. */
export interface OpenCitations<Item> {
  /** In place of what the name stood for. */
  set(name: string, references: readonly DocumentReference[], item: Item): void;
  delete(name: string): void;
  /** What may mean this document. */
  citing(document: Document): Iterable<readonly [name: string, item: Item]>;
  names(): Iterable<string>;
}

export function createOpenCitations<Item>(): OpenCitations<Item> {
  const open = new Map<string, { readonly keys: readonly string[]; readonly item: Item }>();
  const byKey = new Map<string, Set<string>>();

  function remove(name: string): void {
    for (const key of open.get(name)?.keys ?? []) {
      const names = byKey.get(key);
      names?.delete(name);
      if (names?.size === 0) byKey.delete(key);
    }
    open.delete(name);
  }

  return {
    set(name, references, item) {
      remove(name);
      const keys = references.flatMap(referenceKeysOf);
      for (const key of keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(name));
      open.set(name, { keys, item });
    },
    delete: remove,
    *citing(document) {
      for (const key of citationKeysOf(document)) {
        for (const name of byKey.get(key) ?? []) {
          const found = open.get(name);
          if (found) yield [name, found.item];
        }
      }
    },
    names: () => open.keys(),
  };
}
