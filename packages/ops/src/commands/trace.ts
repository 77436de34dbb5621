import { codeLists, eventTypeNames } from '@gongwen/schemas';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { openSystem } from '../open-system.ts';
import { type Trace, trace } from '../operations/trace.ts';
import { writeData, writeText } from '../output.ts';

/** `gongwen trace` */
export async function showTrace(
  idOrNumber: string,
  options: { data: string; json?: boolean },
): Promise<void> {
  await using data = await openSystem(options.data);
  const traces = await trace(data, idOrNumber, new Date());
  if (traces.length === 0) {
    throw new CommandError(exitCodes.notFound, `没有找到 ${idOrNumber} / not found`);
  }
  if (options.json) return writeData(traces);
  writeText(traces.flatMap(describe));
}

function describe({ documentId, title, number, validity, events, indexedVersion }: Trace): string[] {
  return [
    `${documentId}  ${title}${number ? `  ${number}` : ''}`,
    `  有效性 ${codeLists.validity[validity]}；索引版本 indexed v${indexedVersion ?? '—'}`,
    ...events.flatMap(({ version, type, acceptedAt, position, archived, stages }) => [
      `  v${version} ${eventName(type)}  ${acceptedAt}  log ${position}${archived ? '' : '  (未存档 not archived)'}`,
      ...stages
        .filter(({ stage }) => stage !== 'logged')
        .map(({ stage, target, state, at, remoteId, detail }) =>
          [`     ${stage.padEnd(9)}`, target, state, at, remoteId, detail].filter(Boolean).join('  '),
        ),
    ]),
  ];
}

function eventName(type: string): string {
  return Object.entries(eventTypeNames).find(([name]) => name === type)?.[1] ?? type;
}
