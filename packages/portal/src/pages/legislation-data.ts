import type { Validity } from '@gongwen/schemas';
import type { FoundDocument } from '../find-document.ts';

type LegalForce = 'InForce' | 'PartiallyInForce' | 'NotInForce';

/** Nothing where nobody knows, or where there is no force to speak of: machines would read NotInForce as repealed. */
const legalForces: Readonly<Record<Validity, LegalForce | undefined>> = {
  in_force: 'InForce',
  in_force_amended: 'InForce',
  partially_ended: 'PartiallyInForce',
  not_yet_effective: 'NotInForce',
  superseded: 'NotInForce',
  repealed: 'NotInForce',
  expired: 'NotInForce',
  declared_lapsed: 'NotInForce',
  not_applicable: undefined,
  unknown: undefined,
};

/** https://schema.org/Legislation; what is undefined is left out of the JSON. */
export function legislationData({ document, version, validity }: FoundDocument, canonical: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    '@id': canonical,
    name: document.title,
    legislationIdentifier: document.documentNumber?.canonical ?? document.documentId,
    legislationDate: document.issuedOn,
    datePublished: document.publishedOn,
    version,
    legislationPassedBy: document.issuers?.map(({ name }) => ({ '@type': 'Organization', name })),
    legislationLegalForce: legalForces[validity],
    inLanguage: 'zh-Hans',
  };
}
