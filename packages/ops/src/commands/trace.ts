import { type LocalDate, type ValidityCause, type ValidityPeriod, localDateOf } from '@gongwen/domain';
import { codeLists, eventTypeNames } from '@gongwen/schemas';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { openSystem } from '../open-system.ts';
import { type Trace, trace } from '../operations/trace.ts';
import { writeData, writeText } from '../output.ts';

export interface TraceCommand {
  readonly data: string;
  /** The day that is asked about; default today. */
  readonly at?: LocalDate;
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
  writeText(traces.flatMap(describe));
}

function describe(found: Trace): string[] {
  const { documentId, title, number, on, validity, publication, periods, history, indexedVersion } = found;
  const withdrawn = publication === 'withdrawn' ? '（已撤回 withdrawn）' : '';
  return [
    `${documentId}  ${title}${number ? `  ${number}` : ''}${withdrawn}`,
    `  ${on}  有效性 validity ${codeLists.validity[validity]}，${describeText(found)}`,
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

function describeText({ text, on }: Trace): string {
  const isHeld = text.from === undefined || text.from <= on;
  return `${isHeld ? '文本 text' : '该日文本未收录，最早为 not held, the oldest is'} v${text.version}${days(text)}`;
}

function describePeriod({ validity, because, ...span }: ValidityPeriod): string {
  return [`    ${codeLists.validity[validity]}${days(span)}`, ...because.map(inWords)].join('  ');
}

function days({ from, until }: { readonly from?: LocalDate; readonly until?: LocalDate }): string {
  return from === undefined && until === undefined ? '' : ` [${from ?? '…'}, ${until ?? '…'})`;
}

function inWords(cause: ValidityCause): string {
  if (cause === 'start') return '施行 start';
  if (cause === 'term') return '有效期届满 end of term';
  const { change, version, decision, reason } = cause;
  const { title, number, documentId } = decision ?? {};
  const name = [number, title && `《${title}》`, documentId].filter(Boolean).join(' ');
  return [`v${version} ${codeLists.lifecycleChange[change]}`, reason, name].filter(Boolean).join('，');
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

function eventName(type: string): string {
  return Object.entries(eventTypeNames).find(([name]) => name === type)?.[1] ?? type;
}
