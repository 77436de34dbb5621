import type { Document } from '@gongwen/schemas';
import type { ReportInput } from './report.ts';

/** What the public can see: a withdrawn document is in no report. */
export function publishedDocuments({ heads }: Pick<ReportInput, 'heads'>): Document[] {
  return heads.map(({ document }) => document).filter(({ publication }) => publication.state === 'published');
}
