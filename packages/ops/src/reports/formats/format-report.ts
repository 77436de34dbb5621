import type { ReportFormat } from '../report-options.ts';
import type { Report } from '../report.ts';
import { reportCsv } from './report-csv.ts';
import { reportHtml } from './report-html.ts';
import { reportTable } from './report-table.ts';

/** The whole text of a report, ending with a line break. */
export async function formatReport(report: Report, format: ReportFormat): Promise<string> {
  switch (format) {
    case 'table':
      return reportTable(report);
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'csv':
      return reportCsv(report);
    case 'html':
      return reportHtml(report);
  }
}
