import { codeLists } from '@gongwen/schemas';
import { createClient } from '@gongwen/sdk';
import { readConnection } from '../config.ts';
import { exitCodeOf } from '../exit-code-of.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { openStores } from '../open-system.ts';
import { readDocumentOwners } from '../operations/document-owners.ts';
import { recordOperation } from '../operations/record-operation.ts';
import {
  type RefusedTransfer,
  type TransferPlan,
  type TransferScope,
  planTransfer,
  transferDocuments,
} from '../operations/transfer.ts';
import { writeData, writeNote, writeProgress, writeText } from '../output.ts';

export interface TransferCommandOptions extends TransferScope {
  readonly data: string;
  readonly url?: string;
  /** Whose key. Default that of `from`. */
  readonly department?: string;
  readonly execute?: boolean;
  readonly json?: boolean;
}

/** `gongwen transfer`: a department’s documents go to another. A plan first; `--execute` does it, and leaves a record. */
export async function transferDepartment(options: TransferCommandOptions): Promise<void> {
  const { data, from, to, basis, json } = options;
  const scope = { from, to, basis };
  if (from === to)
    throw new CommandError(exitCodes.invalidInput, '--from 与 --to 相同 / --from and --to are the same');
  await using system = await openStores(data);
  const owners = await readDocumentOwners(system.log, new AbortController().signal);
  const plan = planTransfer(owners, scope);
  if (plan.documents + plan.alreadyThere === 0)
    throw new CommandError(exitCodes.notFound, `${from} 没有文件 / has no documents`);
  if (!options.execute) return json ? writeData({ plan, scope }) : writeText([...describe(plan), planOnly]);

  const { url, token } = readConnection({ ...options, department: options.department ?? from });
  const { documents } = createClient({ baseUrl: url, token });
  await using operation = await recordOperation(system.store, { kind: 'transfer', scope, plan });
  const result = await transferDocuments({
    owners,
    scope,
    transfer: documents.transfer,
    onProgress: (done) => writeProgress(`${operation.id}: ${done} / ${plan.documents}`),
  }).catch((error: unknown) => {
    if (exitCodeOf(error) === exitCodes.unavailable)
      writeNote('移交中断，再次运行同一命令即可继续 / stopped; run the same command again to go on');
    throw error;
  });
  await operation.end(result);
  if (result.refused.length > 0) process.exitCode = exitCodes.partial;
  if (json) return writeData({ operation: operation.id, plan, ...result });
  writeText([
    `✓ 移交 ${result.transferred}，此前已移交 ${result.alreadyThere}，被拒 ${result.refused.length} / transferred, there before, refused`,
    ...result.refused.map(inOneLine),
    `操作记录 / record: ${operation.id}`,
  ]);
}

const planOnly =
  '这是计划，未作任何改动；加 --execute 执行 / this is the plan, nothing was changed; --execute does it';

function describe({ documents, alreadyThere, byClass, byPublication }: TransferPlan): string[] {
  return [
    `将移交 ${documents} 件，此前已移交 ${alreadyThere} 件 / documents to transfer, there before`,
    ...describeCounts(byClass, codeLists.docClass),
    ...describeCounts(byPublication, { published: '已发布', withdrawn: '已撤回' }),
  ];
}

function describeCounts(
  counts: Readonly<Record<string, number>>,
  names: Readonly<Record<string, string>>,
): string[] {
  return Object.entries(counts).map(([code, count]) => `  ${names[code] ?? ''} ${code}: ${count}`);
}

function inOneLine({ documentId, code, reason }: RefusedTransfer): string {
  return `  ${documentId}  ${code}  ${reason}`;
}
