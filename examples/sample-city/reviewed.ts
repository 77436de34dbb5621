import type { PublishCommand, ReviewEvidence } from '@gongwen/schemas';

/** Every review that any class needs, passed on a day. */
export function evidenceOf(on: string): ReviewEvidence {
  const passed = (by: string) => ({ result: 'passed' as const, by, on });
  return {
    secrecyReview: passed('保密审查员'),
    legalityReview: passed('法制审核员'),
    reviews: [passed('初审员'), passed('复审员'), passed('终审员')],
  };
}

/** The command with the reviews that its class needs, as the department’s office system would have recorded them. */
export function reviewed({ documentId, document, ...rest }: PublishCommand): PublishCommand {
  const isNormative = document.docClass === 'normative_document';
  return {
    evidence: evidenceOf(document.issuedOn ?? document.publishedOn ?? '2026-01-05'),
    ...rest,
    documentId,
    document: isNormative
      ? {
          registrationNumber: `LLCR-${documentId.split(':')[1] ?? ''}`,
          interpretationPlan: { required: false, reason: '内容简明，不需解读' },
          ...document,
        }
      : document,
  };
}
