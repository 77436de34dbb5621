import { openStores } from '../open-system.ts';
import { readOperations } from '../operations/record-operation.ts';
import { writeData, writeText } from '../output.ts';

/** `gongwen audit`: what operators have done. */
export async function audit(options: { data: string; json?: boolean }): Promise<void> {
  await using system = await openStores(options.data);
  const operations = await Array.fromAsync(readOperations(system.store));
  if (options.json) return writeData(operations);
  writeText(
    operations.map(
      ({ id, operator, ended }) =>
        `${id}  ${operator}  ${ended === undefined ? '未完成 / broken off' : '已结束 / ended'}`,
    ),
  );
}
