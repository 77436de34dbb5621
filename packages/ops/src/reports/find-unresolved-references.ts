import { type DocumentReference, codeLists } from '@gongwen/schemas';
import type { Finding } from './finding.ts';
import type { Library } from './library.ts';

/** Relations to documents that are not in the library, or that are cited so that nobody finds them. */
export function findUnresolvedReferences(library: Library): Finding[] {
  return library.published.flatMap((document) =>
    (document.relations ?? [])
      .filter(({ target }) => library.match(target, document).outcome === 'none')
      .map(({ type, target }) => ({
        rule: 'unresolved_reference' as const,
        document,
        detail: `${codeLists.relation[type]}：${wordingOf(target)}`,
      })),
  );
}

function wordingOf({ documentId, number, title, issuer, issuedOn }: DocumentReference): string {
  const name = title === undefined ? undefined : `《${title.replaceAll(/^《|》$/g, '')}》`;
  return [issuer, name, number, issuedOn, documentId].filter((part) => part !== undefined).join(' ');
}
