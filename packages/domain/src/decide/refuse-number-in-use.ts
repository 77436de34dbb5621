import type { Document } from '@gongwen/schemas';
import { titleKey } from '../title-key.ts';
import { type DecisionContext, type Rejection, issue, rejected } from './decision.ts';

/**
 * One body gives a number once: (issuer, canonical 文号) is unique (DOMAIN §5). The code of an agency alone is not, it
 * repeats across regions. What several bodies issue has one number, and its lead publishes it (政府信息公开条例 art. 10),
 * whichever of them another department puts in front. An import keeps what its source has; reports show the doubles.
 */
export function refuseNumberInUse(
  document: Document,
  { holdersOf }: DecisionContext,
  pointer: string,
): Rejection | undefined {
  const { documentNumber, documentId, provenance } = document;
  if (!holdersOf || provenance || documentNumber?.canonical === undefined) return undefined;
  const holder = holdersOf(documentNumber.canonical).find(
    (other) => other.documentId !== documentId && shareIssuer(other, document),
  );
  if (!holder) return undefined;
  const [zh, en] = [`已用于 ${holder.documentId}`, `is the number of ${holder.documentId}`];
  return rejected('NUMBER_IN_USE', {
    issues: [issue(`${pointer}/documentNumber/raw`, 'unique', zh, en)],
  });
}

function shareIssuer(one: Document, other: Document): boolean {
  const names = issuersOf(one);
  return issuersOf(other).some((name) => names.includes(name));
}

/** Nobody is somebody, too: two documents without an issuer share a number as if they were of one body. */
function issuersOf({ issuers = [] }: Document): string[] {
  return issuers.length === 0 ? [''] : issuers.map(({ name }) => titleKey(name));
}
