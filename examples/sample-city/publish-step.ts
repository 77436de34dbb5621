import type { DocumentContent } from '@gongwen/schemas';
import type { SampleDepartment } from './departments.ts';
import { writePdf } from './pdf.ts';
import { reviewed } from './reviewed.ts';
import type { Step } from './step.ts';

export type Draft = Omit<DocumentContent, 'disclosure' | 'issuers' | 'body'> & {
  readonly text: string;
  readonly issuers?: NonNullable<DocumentContent['issuers']>;
};

export interface PublishOptions {
  readonly withPdf?: boolean;
  readonly paddingBytes?: number;
}

/** A publication with the department as issuer and, as most have, a PDF original. */
export function publishStep(
  department: SampleDepartment,
  localId: string,
  { text, ...draft }: Draft,
  { withPdf = true, paddingBytes = 0 }: PublishOptions = {},
): Step {
  const documentId = `${department.id}:${localId}`;
  const document: DocumentContent = {
    issuers: [{ name: department.name }],
    ...draft,
    disclosure: 'active',
    body: { text },
  };
  return {
    department,
    documentId,
    key: `sample:${documentId}:1`,
    name: 'publish',
    command: reviewed({ documentId, document }),
    ...(withPdf && {
      original: {
        filename: `${draft.title}.pdf`,
        pdf: () => writePdf({ title: draft.title, paragraphs: text.split(/\n+/), paddingBytes }),
      },
    }),
  };
}
