import { writeFileSync } from 'node:fs';
import { localDateOf } from '@gongwen/domain';
import type { OpenData } from '@gongwen/local';
import { openSystem } from '../open-system.ts';
import { writeNote, writeRaw } from '../output.ts';
import { calendar } from '../reports/calendar.ts';
import { conformance } from '../reports/conformance.ts';
import { counts } from '../reports/counts.ts';
import { disclosure } from '../reports/disclosure.ts';
import { duplicates } from '../reports/duplicates.ts';
import { findBrokenFiles } from '../reports/find-broken-files.ts';
import { formatReport } from '../reports/formats/format-report.ts';
import { month } from '../reports/month.ts';
import { relations } from '../reports/relations.ts';
import type { Dimension, ReportFormat, ReportName } from '../reports/report-options.ts';
import type { Report, ReportInput } from '../reports/report.ts';

export interface ReportCommand {
  readonly data: string;
  /** The day for which the report is true. Default: today. */
  readonly on?: string;
  readonly format: ReportFormat;
  readonly json?: boolean;
  readonly out?: string;
  readonly by: readonly Dimension[];
  /** `YYYY-MM`. Default: the month of the day. */
  readonly month?: string;
  readonly days: number;
  readonly files?: boolean;
}

/** `gongwen report <name>` */
export async function showReport(name: ReportName, command: ReportCommand): Promise<void> {
  await using data = await openSystem(command.data);
  const input = { heads: [...data.view.documents()], today: command.on ?? localDateOf(new Date()) };
  const report = await makeReport(name, input, command, data);
  const text = await formatReport(report, command.json ? 'json' : command.format);
  if (command.out === undefined) return writeRaw(text);
  writeFileSync(command.out, text);
  writeNote(`${report.title.zh}：${report.rows.length} 行，见 ${command.out} / rows are in ${command.out}`);
}

async function makeReport(
  name: ReportName,
  input: ReportInput,
  command: ReportCommand,
  { store }: OpenData,
): Promise<Report> {
  switch (name) {
    case 'conformance':
      return conformance(input, command.files ? await findBrokenFiles(input, store) : []);
    case 'counts':
      return counts(input, command.by);
    case 'month':
      return month(input, command.month ?? input.today.slice(0, 7));
    case 'duplicates':
      return duplicates(input);
    case 'calendar':
      return calendar(input, command.days);
    case 'disclosure':
      return disclosure(input);
    case 'relations':
      return relations(input);
  }
}
