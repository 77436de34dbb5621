import { writeFileSync } from 'node:fs';
import { type LocalDate, type ValidityPeriod, localDateOf } from '@gongwen/domain';
import { codeLists } from '@gongwen/schemas';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { openSystem } from '../open-system.ts';
import { type Trace, trace } from '../operations/trace.ts';
import { writeData, writeNote, writeText } from '../output.ts';
import { traceHtml } from './trace-html.ts';
import { causeInWords, days, eventName, textInWords } from './trace-words.ts';

export interface TraceCommand {
  readonly data: string;
  /** The day that is asked about; default today. */
  readonly at?: LocalDate;
  /** A file that the answer is written into, as a page. */
  readonly html?: string;
  readonly json?: boolean;
}

/** `gongwen trace`: was it in force on a day, which text, by whose decision did that change, and where each stage stands. */
export async function showTrace(name: string, options: TraceCommand): Promise<void> {
  await using data = await openSystem(options.data);
  const traces = await trace(data, name, options.at ?? localDateOf(new Date()));
  if (traces.length === 0) {
    throw new CommandError(exitCodes.notFound, `没有找到 ${name} / not found`);
  }
  if (options.json) return writeData(traces);
  if (options.html !== undefined) {
    writeFileSync(options.html, await traceHtml(traces));
    return writeNote(`见 ${options.html} / is in ${options.html}`);
  }
  writeText(traces.flatMap(describe));
}

function describe(found: Trace): string[] {
  const { documentId, title, number, on, validity, publication, periods, history, indexedVersion } = found;
  const withdrawn = publication === 'withdrawn' ? '（已撤回 withdrawn）' : '';
  return [
    `${documentId}  ${title}${number ? `  ${number}` : ''}${withdrawn}`,
    `  ${on}  有效性 validity ${codeLists.validity[validity]}，${textInWords(found)}`,
    '  效力沿革 history',
    ...periods.map(describePeriod),
    ...history.map(
      (entry) =>
        `    题注 ${entry.on} ${codeLists.historyEvent[entry.event]}${entry.text ? `：${entry.text}` : ''}`,
    ),
    `  各环节 stages，索引版本 indexed v${indexedVersion ?? '—'}`,
    ...found.events.flatMap(describeEvent),
  ];
}

function describePeriod({ validity, because, ...span }: ValidityPeriod): string {
  return [`    ${codeLists.validity[validity]}${days(span)}`, ...because.map(causeInWords)].join('  ');
}

function describeEvent({ version, type, acceptedAt, position, archived, stages }: Trace['events'][number]) {
  return [
    `    v${version} ${eventName(type)}  ${acceptedAt}  log ${position}${archived ? '' : '  (未存档 not archived)'}`,
    ...stages
      .filter(({ stage }) => stage !== 'logged')
      .map(({ stage, target, state, at, remoteId, detail }) =>
        [`       ${stage.padEnd(9)}`, target, state, at, remoteId, detail].filter(Boolean).join('  '),
      ),
  ];
}
